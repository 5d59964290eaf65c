package org.scimsuite.core.admin;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an administrator says about an extension schema.
 *
 * @param resourceType the name of the type it extends
 * @param required whether every resource of the type must carry it
 * @param document the schema document (RFC 7643 §7)
 */
public record SchemaDraft(String resourceType, boolean required, JsonNode document) {}
