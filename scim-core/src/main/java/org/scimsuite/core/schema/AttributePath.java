package org.scimsuite.core.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An attribute path as a client wrote it (RFC 7644 §3.10), not yet looked up in a schema.
 *
 * @param schema the schema URI in front, without its colon
 */
public record AttributePath(Optional<String> schema, String attribute, Optional<String> subAttribute) {

    /** ATTRNAME of RFC 7643 §2.1, with the {@code $} of {@code $ref}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z$][A-Za-z0-9_$-]*");

    public static AttributePath of(String attribute) {
        return new AttributePath(Optional.empty(), attribute, Optional.empty());
    }

    /** Splits a path; empty when it is none by the grammar. */
    public static Optional<AttributePath> parse(String text) {
        int colon = text.lastIndexOf(':');
        // A version such as 2.0 stands in front of the last colon: dots there do not separate sub-attributes.
        Optional<String> schema = colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon));
        if (schema.isPresent() && !isUri(schema.get())) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        int dot = rest.indexOf('.');
        String attribute = dot < 0 ? rest : rest.substring(0, dot);
        Optional<String> sub = dot < 0 ? Optional.empty() : Optional.of(rest.substring(dot + 1));
        boolean wellFormed = isName(attribute) && sub.map(AttributePath::isName).orElse(true);
        return wellFormed ? Optional.of(new AttributePath(schema, attribute, sub)) : Optional.empty();
    }

    /** Whether a key or path begins like a schema URI, known or not. */
    public static boolean isUri(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        return start.startsWith("urn:") || start.startsWith("http://") || start.startsWith("https://");
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return schema.map(uri -> uri + ":").orElse("")
                + attribute
                + subAttribute.map(sub -> "." + sub).orElse("");
    }
}
