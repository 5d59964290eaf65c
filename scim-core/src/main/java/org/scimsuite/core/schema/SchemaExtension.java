package org.scimsuite.core.schema;

/**
 * A schema that extends a resource type (RFC 7643 §3.3, §6).
 *
 * @param required whether every resource of the type must carry it
 */
public record SchemaExtension(SchemaDefinition schema, boolean required) {}
