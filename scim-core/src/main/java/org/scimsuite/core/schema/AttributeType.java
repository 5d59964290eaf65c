package org.scimsuite.core.schema;

/** Data types of attributes (RFC 7643 §2.3). */
public enum AttributeType {
    STRING("string"),
    BOOLEAN("boolean"),
    DECIMAL("decimal"),
    INTEGER("integer"),
    DATE_TIME("dateTime"),
    BINARY("binary"),
    REFERENCE("reference"),
    COMPLEX("complex");

    private final String word;

    AttributeType(String word) {
        this.word = word;
    }

    /** The word as it stands in a schema document. */
    public String word() {
        return word;
    }
}
