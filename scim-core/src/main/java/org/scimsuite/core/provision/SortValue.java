package org.scimsuite.core.provision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.BinaryValue;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.DateTimeValue;
import org.scimsuite.core.resource.AttributeValue.DecimalValue;
import org.scimsuite.core.resource.AttributeValue.IntegerValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.AttributeTarget;

/** What a resource is sorted by (RFC 7644 §3.4.2.3): ascending numbers, then texts, then resources without a value. */
public sealed interface SortValue extends Comparable<SortValue> {

    /** Longer texts are sorted by their beginning; many of them have to be held at a time. */
    int MAX_TEXT = 200;

    /** A number; a date as its seconds since 1970, false as 0 and true as 1. */
    record Quantity(BigDecimal value) implements SortValue {}

    /** A text, in a form that is compared character by character. */
    record Text(String value) implements SortValue {}

    /** No value. */
    record None() implements SortValue {}

    @Override
    default int compareTo(SortValue other) {
        if (this instanceof Quantity number && other instanceof Quantity that) {
            return number.value().compareTo(that.value());
        }
        if (this instanceof Text text && other instanceof Text that) {
            return text.value().compareTo(that.value());
        }
        return Integer.compare(rank(this), rank(other));
    }

    private static int rank(SortValue value) {
        if (value instanceof Quantity) {
            return 0;
        }
        return value instanceof Text ? 1 : 2;
    }

    /**
     * The value of an attribute: of several, the primary one, else the first.
     *
     * @param by a simple attribute or sub-attribute
     */
    static SortValue of(ScimResource resource, AttributeTarget by) {
        Optional<AttributeValue> value = resource.get(by.sub(AttributeTarget.WHOLE))
                .map(whole -> whole instanceof MultiValue multi ? preferred(multi.values()) : whole)
                .flatMap(single -> single instanceof ComplexValue complex ? part(complex, by) : Optional.of(single));
        return value.map(found -> of(found, by.definition().caseExact())).orElse(new None());
    }

    private static AttributeValue preferred(List<AttributeValue> values) {
        return values.stream()
                .filter(value -> value instanceof ComplexValue complex && complex.isTrue("primary"))
                .findFirst()
                .orElse(values.get(0));
    }

    private static Optional<AttributeValue> part(ComplexValue complex, AttributeTarget by) {
        return by.subIndex() == AttributeTarget.WHOLE ? Optional.empty() : complex.get(by.subIndex());
    }

    private static SortValue of(AttributeValue value, boolean caseExact) {
        if (value instanceof TextValue text) {
            return new Text(caseExact ? beginning(text.value()) : folded(beginning(text.value())));
        }
        if (value instanceof BinaryValue binary) {
            return new Text(beginning(binary.base64()));
        }
        if (value instanceof BooleanValue bool) {
            return new Quantity(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (value instanceof IntegerValue integer) {
            return new Quantity(BigDecimal.valueOf(integer.value()));
        }
        if (value instanceof DecimalValue decimal) {
            return new Quantity(decimal.value());
        }
        return value instanceof DateTimeValue dateTime ? new Quantity(seconds(dateTime.instant())) : new None();
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
    }

    private static String beginning(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    /** As {@code String.compareToIgnoreCase} folds case, which no machine's locale changes. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(index))));
        }
        return folded.toString();
    }
}
