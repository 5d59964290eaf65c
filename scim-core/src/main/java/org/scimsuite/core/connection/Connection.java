package org.scimsuite.core.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * One identity provider, joined to one directory.
 *
 * @param id assigned by us, never reused
 * @param name what the admin calls it; unique without regard to case
 * @param directoryId the directory that the people of this provider live in
 * @param requestsPerSecond how many requests a node answers in the long run; more of them get 429
 * @param successor the name of the user who takes over what leavers lead; empty when nothing is handed over
 * @param version grows with each change of the settings; compare-and-set
 */
public record Connection(
        String id,
        String name,
        long directoryId,
        DeletePolicy deletePolicy,
        ConnectionMode mode,
        ProtocolSettings protocol,
        int requestsPerSecond,
        Optional<String> successor,
        Instant createdAt,
        long version) {

    /** Forty times what Entra ID asks for, and far from what a product could not bear. */
    public static final int DEFAULT_REQUESTS_PER_SECOND = 1000;
}
