package org.scimsuite.core.filter;

import org.scimsuite.core.message.Excerpt;

/**
 * A piece of filter text.
 *
 * @param text the word, or the decoded string
 * @param position of its first character, from 1
 * @param end position behind its last character
 */
record Token(Kind kind, String text, int position, int end) {

    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** How an error names the token; a string is not repeated, it may be personal. */
    String describe() {
        return switch (kind) {
            case WORD -> "\"" + Excerpt.of(text) + "\"";
            case STRING -> "a quoted value";
            case OPEN -> "\"(\"";
            case CLOSE -> "\")\"";
            case OPEN_BRACKET -> "\"[\"";
            case CLOSE_BRACKET -> "\"]\"";
            case END -> "the end";
        };
    }
}
