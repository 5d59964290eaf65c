package org.scimsuite.core.store;

import java.time.Instant;

/**
 * One version of the mapping of a connection.
 *
 * @param version from 1, without gaps; the highest one is in force
 * @param document the mapping as JSON, with what other products have in it
 * @param author the administrator's user name
 * @param comment what the administrator said about it, or where it came from
 */
public record MappingVersion(
        String connectionId, long version, String document, String author, Instant created, String comment) {}
