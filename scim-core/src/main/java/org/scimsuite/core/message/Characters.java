package org.scimsuite.core.message;

import java.util.stream.IntStream;

/** Which characters a text of a request may hold. */
public final class Characters {

    /** What to say of a text that {@link #areStorable} refuses, behind the name of the text. */
    public static final String NOT_STORABLE =
            "holds a character that cannot be stored: the zero character, or one half of a pair of surrogates";

    private Characters() {}

    /**
     * Whether every database can keep the text as it is. JSON can write the zero character, which PostgreSQL refuses, and half
     * a surrogate pair, which UTF-8 has no bytes for, so that another name than the one that was sent would be stored.
     */
    public static boolean areStorable(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            // Nearly all text has neither: only what is suspicious is looked at as code points.
            if (character == 0 || Character.isSurrogate(character)) {
                return text.codePoints().noneMatch(Characters::isUnstorable);
            }
        }
        return true;
    }

    /** The text with a replacement character for each that cannot be stored. */
    public static String storable(String text) {
        if (areStorable(text)) {
            return text;
        }
        IntStream kept = text.codePoints().map(character -> isUnstorable(character) ? '\uFFFD' : character);
        return kept.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
