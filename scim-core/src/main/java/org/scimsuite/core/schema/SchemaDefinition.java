package org.scimsuite.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * A schema (RFC 7643 §7).
 *
 * @param id the schema URI in canonical case
 * @param attributes without the common attributes, which belong to every resource and to no schema (RFC 7643 §3.1)
 */
public record SchemaDefinition(String id, String name, String description, AttributeTable attributes) {

    public SchemaDefinition(String id, String name, String description, List<AttributeDefinition> attributes) {
        this(id, name, description, AttributeTable.of(attributes));
    }

    /** An attribute by its name in any case. */
    public Optional<AttributeDefinition> attribute(String anyCase) {
        return attributes.attribute(anyCase);
    }
}
