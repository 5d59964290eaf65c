package org.scimsuite.core.schema;

/** When an attribute is part of an answer (RFC 7643 §7). */
public enum Returned {
    ALWAYS("always"),
    NEVER("never"),
    DEFAULT("default"),
    /** Only when the client names it. */
    REQUEST("request");

    private final String word;

    Returned(String word) {
        this.word = word;
    }

    /** The word as it stands in a schema document. */
    public String word() {
        return word;
    }
}
