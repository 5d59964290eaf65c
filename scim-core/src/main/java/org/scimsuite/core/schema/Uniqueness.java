package org.scimsuite.core.schema;

/** Over what set a value is unique (RFC 7643 §7). */
public enum Uniqueness {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String word;

    Uniqueness(String word) {
        this.word = word;
    }

    /** The word as it stands in a schema document. */
    public String word() {
        return word;
    }
}
