package org.scimsuite.core.schema;

/** When a client may set a value (RFC 7643 §7). */
public enum Mutability {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    /** Set once, on creation or by the first PATCH add, and never changed. */
    IMMUTABLE("immutable"),
    /** Accepted and never shown: secrets. */
    WRITE_ONLY("writeOnly");

    private final String word;

    Mutability(String word) {
        this.word = word;
    }

    /** The word as it stands in a schema document. */
    public String word() {
        return word;
    }
}
