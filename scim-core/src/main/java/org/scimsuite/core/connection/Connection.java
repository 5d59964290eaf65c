package org.scimsuite.core.connection;

import java.time.Instant;

/**
 * One identity provider, joined to one directory.
 *
 * @param id assigned by us, never reused
 * @param name what the admin calls it; unique without regard to case
 * @param directoryId the directory that the people of this provider live in
 * @param version grows with each change of the settings; compare-and-set
 */
public record Connection(
        String id,
        String name,
        long directoryId,
        DeletePolicy deletePolicy,
        ConnectionMode mode,
        ProtocolSettings protocol,
        Instant createdAt,
        long version) {}
