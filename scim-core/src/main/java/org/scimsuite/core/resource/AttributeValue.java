package org.scimsuite.core.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A value of an attribute (RFC 7643 §2.3). Immutable; equal when it is the same state. There is no value for null. */
public sealed interface AttributeValue permits AttributeValue.Simple, ComplexValue, AttributeValue.MultiValue {

    /** A value without parts. */
    sealed interface Simple extends AttributeValue
            permits TextValue, BooleanValue, IntegerValue, DecimalValue, DateTimeValue, BinaryValue {}

    /** A string or a reference. */
    record TextValue(String value) implements Simple {}

    record BooleanValue(boolean value) implements Simple {}

    record IntegerValue(long value) implements Simple {}

    /** Kept without trailing zeros, so that 1.0 and 1 are the same value. */
    record DecimalValue(BigDecimal value) implements Simple {
        public DecimalValue {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /**
     * @param text as the client wrote it; answers repeat it
     */
    record DateTimeValue(Instant instant, String text) implements Simple {

        public static DateTimeValue of(Instant instant) {
            return new DateTimeValue(instant, instant.toString());
        }

        /** By instant: how an offset is written does not matter. */
        @Override
        public boolean equals(Object other) {
            return other instanceof DateTimeValue that && instant.equals(that.instant);
        }

        @Override
        public int hashCode() {
            return instant.hashCode();
        }
    }

    record BinaryValue(String base64) implements Simple {}

    /** The values of a multi-valued attribute, never empty: no values is the absence of the attribute (RFC 7643 §2.5). */
    record MultiValue(List<AttributeValue> values) implements AttributeValue {
        public MultiValue {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("An attribute without values is absent");
            }
        }
    }

    static AttributeValue text(String value) {
        return new TextValue(value);
    }

    static AttributeValue bool(boolean value) {
        return new BooleanValue(value);
    }

    static AttributeValue dateTime(Instant value) {
        return DateTimeValue.of(value);
    }
}
