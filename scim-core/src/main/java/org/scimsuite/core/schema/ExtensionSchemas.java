package org.scimsuite.core.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/** Schemas that an administrator adds to those of the RFC. */
public final class ExtensionSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESERVED = "urn:ietf:";

    private ExtensionSchemas() {}

    /**
     * The schema of a document that was accepted before.
     *
     * @throws InvalidSchemaException when it is none any more
     * @throws IllegalArgumentException when it is not JSON
     */
    public static SchemaDefinition definition(String document) {
        try {
            return SchemaParser.parse(JSON.readTree(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A stored schema is not JSON", e);
        }
    }

    /** Whether the URI belongs to a registry: nobody else may give it a meaning. */
    public static boolean isReserved(SchemaDefinition schema) {
        return schema.id().toLowerCase(Locale.ROOT).startsWith(RESERVED);
    }
}
