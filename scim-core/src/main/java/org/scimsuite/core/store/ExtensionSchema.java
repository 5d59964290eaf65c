package org.scimsuite.core.store;

/**
 * A schema by which an administrator extended a resource type (RFC 7643 §3.3).
 *
 * @param uri the schema URI as the document has it; compared without regard to case
 * @param resourceType the name of the type, such as {@code User}
 * @param required whether every resource of the type must carry it
 * @param document the schema document (RFC 7643 §7) as JSON
 * @param version grows with each change, from 1
 */
public record ExtensionSchema(String uri, String resourceType, boolean required, String document, long version) {

    /** The version of a new one. */
    public static final long FIRST_VERSION = 1;
}
