package org.scimsuite.core.filter;

import java.util.List;
import java.util.Locale;

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

    static final List<Operator> ALL = List.of(values());

    private final String word = name().toLowerCase(Locale.ROOT);
    private final long code = Lexer.code(word);

    /** The word as it is printed. */
    public String word() {
        return word;
    }

    /** The word as the lexer compares it. */
    long code() {
        return code;
    }
}
