package org.scimsuite.core.mapping;

import java.util.Locale;

/** How letters are written; independent of the machine's language. */
public enum LetterCase {
    AS_IS,
    LOWER,
    UPPER;

    public String apply(String text) {
        return switch (this) {
            case AS_IS -> text;
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
        };
    }
}
