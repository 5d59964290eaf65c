package org.scimsuite.core.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.scimsuite.core.resource.AttributeValue.DateTimeValue;

/** Reads xsd:dateTime texts (RFC 7643 §2.3.5). */
public final class DateTimes {

    private DateTimes() {}

    /** The value; without an offset it is taken as UTC. Empty when the text is no date with a time. */
    public static Optional<DateTimeValue> parse(String text) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            return Optional.of(new DateTimeValue(instant, text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
