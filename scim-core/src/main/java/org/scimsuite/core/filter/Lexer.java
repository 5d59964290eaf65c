package org.scimsuite.core.filter;

import java.util.Optional;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.schema.AttributePath;

/**
 * Cuts filter text into tokens, one at a time: what it says of a token is about the current one. A token's text is made only
 * when it is asked for, as most words of a filter are only compared with those of the grammar.
 */
final class Lexer {

    /** Longer text is refused unread. */
    static final int MAX_LENGTH = 10_000;

    private static final char END_OF_TEXT = 0;

    /** The longest word of the grammar. */
    private static final int SHORT = 3;

    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        END
    }

    /** Stands between tokens. */
    private static final int WHITESPACE = 1;
    /** Ends a word. */
    private static final int ENDS_WORD = 2;
    /** Ends a string, or needs a closer look within it. */
    private static final int ENDS_STRING = 4;

    /** What there is to say of each character of ASCII, of which nearly all filters are: it is looked at once. */
    private static final byte[] TRAITS = new byte[0x80];

    static {
        for (char c = 0; c < TRAITS.length; c++) {
            boolean whitespace = Character.isWhitespace(c);
            boolean endsWord = whitespace || c == END_OF_TEXT || "()[]\"".indexOf(c) >= 0;
            boolean endsString = c == END_OF_TEXT || c == '"' || c == '\\';
            TRAITS[c] = (byte)
                    ((whitespace ? WHITESPACE : 0) | (endsWord ? ENDS_WORD : 0) | (endsString ? ENDS_STRING : 0));
        }
    }

    /** A path and how it is written. */
    private record Named(String word, AttributePath path) {}

    /**
     * Paths that were written of late, each at a place that its letters give: filters name the same few again and again. Threads may write
     * over each other's: what is read there is looked at before it is believed.
     */
    private static final Named[] RECENT = new Named[256];

    private static final int LONGEST_KEPT = 100;

    private final String text;
    /** The text and one character more, which none of its own is equal to: so no look has to ask for the length first. */
    private final char[] chars;

    private final ScimType errorType;
    private Kind kind = Kind.END;
    private int start;
    private int next;
    private boolean escaped;
    /** The {@link #code} of a short word. */
    private long code;
    /** The letters of the word as one number, which other words may have too. */
    private int hash;
    /** Whether the text was looked at as a whole and can be stored: only a suspicious character gives reason to. */
    private boolean storable;

    /** Starts at the first token. */
    Lexer(String text, ScimType errorType) {
        this.text = text;
        this.errorType = errorType;
        if (text.length() > MAX_LENGTH) {
            throw error("It is longer than " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
        this.chars = new char[text.length() + 1];
        text.getChars(0, text.length(), chars, 0);
        advance();
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /**
     * Whether the token is a word of the grammar, in any case.
     *
     * @param code its {@link #code}
     */
    boolean isWord(long code) {
        return this.code == code;
    }

    /** A word of the grammar as a number: a filter's words are compared with many of them, at once and not by letters. */
    static long code(String word) {
        return code(word.toCharArray(), 0, word.length());
    }

    /** With letters in lower case; no other character becomes a letter by this. */
    private static long code(char[] chars, int from, int to) {
        long code = 0;
        for (int index = from; index < to; index++) {
            code = code << Character.SIZE | (chars[index] | 0x20);
        }
        return code;
    }

    /** The word as the path of an attribute; empty when it is none. */
    Optional<AttributePath> path() {
        int length = next - start;
        if (length > LONGEST_KEPT) {
            return AttributePath.parse(text());
        }
        int place = (hash ^ hash >>> 8) & (RECENT.length - 1);
        Named recent = RECENT[place];
        if (recent != null && recent.word().length() == length && text.startsWith(recent.word(), start)) {
            return Optional.of(recent.path());
        }
        String word = text();
        Optional<AttributePath> path = AttributePath.parse(word);
        path.ifPresent(named -> RECENT[place] = new Named(word, named));
        return path;
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
        code = 0;
        while ((traitsOf(chars[next]) & WHITESPACE) != 0) {
            next++;
        }
        start = next;
        kind = read();
    }

    private Kind read() {
        return switch (chars[next]) {
            case END_OF_TEXT -> end();
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

    /** The zero character itself is no end: it is one that cannot be stored. */
    private Kind end() {
        if (next < text.length()) {
            requireStorable();
        }
        return Kind.END;
    }

    private Kind word() {
        int letters = 0;
        char letter = chars[next];
        while ((traitsOf(letter) & ENDS_WORD) == 0) {
            letters = letters * 31 + letter;
            letter = chars[++next];
        }
        hash = letters;
        if (next - start <= SHORT) {
            code = code(chars, start, next);
        }
        return Kind.WORD;
    }

    private int traitsOf(char c) {
        return c < TRAITS.length ? TRAITS[c] : traitsBeyondAscii(c);
    }

    private int traitsBeyondAscii(char c) {
        if (Character.isSurrogate(c)) {
            requireStorable();
        }
        return Character.isWhitespace(c) ? WHITESPACE | ENDS_WORD : 0;
    }

    private void requireStorable() {
        storable = storable || Characters.areStorable(text);
        if (!storable) {
            throw error("It " + Characters.NOT_STORABLE, 1);
        }
    }

    /** A JSON string. */
    private Kind string() {
        escaped = false;
        next = start + 1;
        while (next < text.length()) {
            char c = chars[next++];
            if ((traitsOf(c) & ENDS_STRING) == 0) {
                continue;
            }
            if (c == '"') {
                return Kind.STRING;
            }
            if (c == END_OF_TEXT) {
                requireStorable();
            }
            escaped = true;
            next++;
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
