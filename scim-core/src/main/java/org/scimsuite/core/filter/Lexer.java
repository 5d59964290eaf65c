package org.scimsuite.core.filter;

import org.scimsuite.core.message.Characters;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/**
 * Cuts filter text into tokens, one at a time: what it says of a token is about the current one. A token's text is made only
 * when it is asked for, as most words of a filter are only compared with those of the grammar.
 */
final class Lexer {

    /** Longer text is refused unread. */
    static final int MAX_LENGTH = 10_000;

    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        END
    }

    private final String text;
    private final ScimType errorType;
    private Kind kind = Kind.END;
    private int start;
    private int next;
    private boolean escaped;

    /** Starts at the first token. */
    Lexer(String text, ScimType errorType) {
        this.text = text;
        this.errorType = errorType;
        if (text.length() > MAX_LENGTH) {
            throw error("It is longer than " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
        if (!Characters.areStorable(text)) {
            throw error("It " + Characters.NOT_STORABLE, 1);
        }
        advance();
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /**
     * Whether the token is this word, in any case.
     *
     * @param word letters in lower case
     */
    boolean isWord(String word) {
        if (kind != Kind.WORD || next - start != word.length()) {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            if (lower(text.charAt(start + index)) != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** A letter in lower case; no other character becomes a letter by this. */
    private static int lower(char c) {
        return c | 0x20;
    }

    boolean startsWith(char first) {
        return next > start && text.charAt(start) == first;
    }

    /** The position of the token's first character, from 1. */
    int position() {
        return start + 1;
    }

    /** The word, or the decoded string. */
    String text() {
        if (kind != Kind.STRING) {
            return text.substring(start, next);
        }
        return escaped ? decoded() : text.substring(start + 1, next - 1);
    }

    /** Goes to the next token. */
    void advance() {
        while (next < text.length() && isWhitespace(text.charAt(next))) {
            next++;
        }
        start = next;
        kind = next == text.length() ? Kind.END : read();
    }

    private Kind read() {
        return switch (text.charAt(next)) {
            case '(' -> sign(Kind.OPEN);
            case ')' -> sign(Kind.CLOSE);
            case '[' -> sign(Kind.OPEN_BRACKET);
            case ']' -> sign(Kind.CLOSE_BRACKET);
            case '"' -> string();
            default -> word();
        };
    }

    private Kind sign(Kind sign) {
        next++;
        return sign;
    }

    private Kind word() {
        while (next < text.length() && !endsWord(text.charAt(next))) {
            next++;
        }
        return Kind.WORD;
    }

    private static boolean endsWord(char c) {
        return c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || isWhitespace(c);
    }

    /** The letters and signs of ASCII, which is nearly all of a filter, are told apart without a look into Unicode's tables. */
    private static boolean isWhitespace(char c) {
        return (c <= ' ' || c >= 0x7F) && Character.isWhitespace(c);
    }

    /** A JSON string. */
    private Kind string() {
        escaped = false;
        for (next = start + 1; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '"') {
                next++;
                return Kind.STRING;
            }
            if (c == '\\') {
                escaped = true;
                next++;
            }
        }
        throw error("A quoted value does not end", start + 1);
    }

    private String decoded() {
        StringBuilder value = new StringBuilder(next - start);
        for (int index = start + 1; index < next - 1; index++) {
            char c = text.charAt(index);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char escape = text.charAt(++index);
            value.append(escape == 'u' ? unicode(index + 1) : unescape(escape, index + 1));
            index += escape == 'u' ? 4 : 0;
        }
        String decoded = value.toString();
        if (!Characters.areStorable(decoded)) {
            throw error("The quoted value " + Characters.NOT_STORABLE, start + 1);
        }
        return decoded;
    }

    private char unescape(char escape, int position) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw error("An unknown escape follows a backslash", position);
        };
    }

    private char unicode(int first) {
        int code = 0;
        for (int index = first; index < first + 4; index++) {
            int digit = index < next - 1 ? Character.digit(text.charAt(index), 16) : -1;
            if (digit < 0) {
                throw error("\\u must be followed by four hexadecimal digits", index + 1);
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    /** How an error names the token; a string is not repeated, it may be personal. */
    String describe() {
        return switch (kind) {
            case WORD -> "\"" + Excerpt.of(text()) + "\"";
            case STRING -> "a quoted value";
            case OPEN -> "\"(\"";
            case CLOSE -> "\")\"";
            case OPEN_BRACKET -> "\"[\"";
            case CLOSE_BRACKET -> "\"]\"";
            case END -> "the end";
        };
    }

    ScimException error(String problem, int position) {
        String what = errorType == ScimType.INVALID_PATH ? "The path" : "The filter";
        return ScimException.badRequest(
                errorType, what + " cannot be read at position " + position + ": " + problem + ".");
    }
}
