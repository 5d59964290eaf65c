package org.scimsuite.core.schema;

import java.util.Optional;

/**
 * An attribute path as a client wrote it (RFC 7644 §3.10), not yet looked up in a schema.
 *
 * @param schema the schema URI in front, without its colon
 */
public record AttributePath(Optional<String> schema, String attribute, Optional<String> subAttribute) {

    public static AttributePath of(String attribute) {
        return new AttributePath(Optional.empty(), attribute, Optional.empty());
    }

    /** Splits a path; empty when it is none by the grammar. */
    public static Optional<AttributePath> parse(String text) {
        if (isName(text)) {
            return Optional.of(of(text));
        }
        int colon = text.lastIndexOf(':');
        // A version such as 2.0 stands in front of the last colon: dots there do not separate sub-attributes.
        int dot = text.indexOf('.', colon + 1);
        int end = dot < 0 ? text.length() : dot;
        boolean wellFormed = (colon < 0 || isUri(text.substring(0, colon)))
                && isName(text, colon + 1, end)
                && (dot < 0 || isName(text, dot + 1, text.length()));
        if (!wellFormed) {
            return Optional.empty();
        }
        return Optional.of(new AttributePath(
                colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon)),
                text.substring(colon + 1, end),
                dot < 0 ? Optional.empty() : Optional.of(text.substring(dot + 1))));
    }

    /** Whether a key or path begins like a schema URI, known or not. */
    public static boolean isUri(String text) {
        return startsWith(text, "urn:") || startsWith(text, "http://") || startsWith(text, "https://");
    }

    private static boolean startsWith(String text, String lowerCase) {
        return text.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
    }

    /** Whether a text is the name of an attribute and nothing more: ATTRNAME of RFC 7643 §2.1, with the {@code $} of {@code $ref}. */
    public static boolean isName(String text) {
        return isName(text, 0, text.length());
    }

    private static boolean isName(String text, int from, int to) {
        for (int index = from; index < to; index++) {
            char c = text.charAt(index);
            boolean first = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$';
            boolean later = (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (!first && !(later && index > from)) {
                return false;
            }
        }
        return from < to;
    }

    @Override
    public String toString() {
        return schema.map(uri -> uri + ":").orElse("")
                + attribute
                + subAttribute.map(sub -> "." + sub).orElse("");
    }
}
