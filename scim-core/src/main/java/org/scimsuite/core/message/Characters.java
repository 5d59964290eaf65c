package org.scimsuite.core.message;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which characters a text of a request may hold, and which spellings of a text are the same. */
public final class Characters {

    /** What to say of a text that {@link #areStorable} refuses, behind the name of the text. */
    public static final String NOT_STORABLE =
            "holds a character that cannot be stored: the zero character, or one half of a pair of surrogates";

    /** Texts of lower characters only are composed, and of ordinary width. */
    private static final char FIRST_COMBINING = 0x300;

    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_HALF_WIDTH = 0xFFEE;

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

    /**
     * The form in which texts are compared apart from case, so that no two of them look alike and are different: full-width and
     * half-width characters as their ordinary ones, and everything composed (RFC 7644 §5; the width mapping and the
     * normalization of UsernameCaseMapped, RFC 8265 §3.3.2). A text that is prepared already, as nearly all are, is given back
     * itself.
     */
    public static String prepared(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_COMBINING) {
                IntStream characters = text.codePoints();
                String mapped = characters.mapToObj(Characters::ordinaryWidth).collect(Collectors.joining());
                return Normalizer.normalize(mapped, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static String ordinaryWidth(int codePoint) {
        String character = Character.toString(codePoint);
        boolean hasOtherWidth =
                codePoint == IDEOGRAPHIC_SPACE || (codePoint >= FIRST_FULL_WIDTH && codePoint <= LAST_HALF_WIDTH);
        return hasOtherWidth ? Normalizer.normalize(character, Normalizer.Form.NFKC) : character;
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
