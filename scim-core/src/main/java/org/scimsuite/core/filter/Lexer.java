package org.scimsuite.core.filter;

import org.scimsuite.core.filter.Token.Kind;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/** Cuts filter text into tokens, one at a time. */
final class Lexer {

    /** Longer text is refused unread. */
    static final int MAX_LENGTH = 10_000;

    private final String text;
    private final ScimType errorType;
    private int next;

    Lexer(String text, ScimType errorType) {
        this.text = text;
        this.errorType = errorType;
        if (text.length() > MAX_LENGTH) {
            throw error("It is longer than " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
        if (!Characters.areStorable(text)) {
            throw error("It " + Characters.NOT_STORABLE, 1);
        }
    }

    Token read() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        int start = next;
        if (start == text.length()) {
            return new Token(Kind.END, "", start + 1, start + 1);
        }
        return switch (text.charAt(next)) {
            case '(' -> sign(Kind.OPEN);
            case ')' -> sign(Kind.CLOSE);
            case '[' -> sign(Kind.OPEN_BRACKET);
            case ']' -> sign(Kind.CLOSE_BRACKET);
            case '"' -> string();
            default -> word();
        };
    }

    private Token sign(Kind kind) {
        next++;
        return new Token(kind, "", next, next + 1);
    }

    private Token word() {
        int start = next;
        while (next < text.length() && !endsWord(text.charAt(next))) {
            next++;
        }
        return new Token(Kind.WORD, text.substring(start, next), start + 1, next + 1);
    }

    private static boolean endsWord(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '[' || c == ']' || c == '"';
    }

    /** A JSON string. */
    private Token string() {
        int start = next++;
        StringBuilder value = new StringBuilder();
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                if (!Characters.areStorable(value.toString())) {
                    throw error("The quoted value " + Characters.NOT_STORABLE, start + 1);
                }
                return new Token(Kind.STRING, value.toString(), start + 1, next + 1);
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw error("A quoted value does not end", start + 1);
    }

    private char escaped() {
        int position = next + 1;
        char c = next < text.length() ? text.charAt(next++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("An unknown escape follows a backslash", position);
        };
    }

    private char unicode() {
        int end = next + 4;
        int code = 0;
        for (; next < end; next++) {
            int digit = next < text.length() ? Character.digit(text.charAt(next), 16) : -1;
            if (digit < 0) {
                throw error("\\u must be followed by four hexadecimal digits", next + 1);
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    ScimException error(String problem, int position) {
        String what = errorType == ScimType.INVALID_PATH ? "The path" : "The filter";
        return ScimException.badRequest(
                errorType, what + " cannot be read at position " + position + ": " + problem + ".");
    }
}
