package org.scimsuite.core.filter;

import java.util.Locale;
import java.util.Optional;

/** The comparing operators of RFC 7644 §3.4.2.2, table 3. */
public enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE;

    /** An operator by its word in any case. */
    static Optional<Operator> of(String word) {
        for (Operator operator : values()) {
            if (operator.name().equalsIgnoreCase(word)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** The word as it is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
