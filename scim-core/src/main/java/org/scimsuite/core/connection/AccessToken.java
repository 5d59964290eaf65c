package org.scimsuite.core.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a bearer token. The token itself is shown once and never stored.
 *
 * @param id assigned by us; safe to show and to log
 * @param label what the admin calls it
 * @param scope what its holder may do
 * @param sha256 SHA-256 of the whole token text, 64 lower-case hex digits
 * @param lastUsedAt accurate to about a minute
 */
public record AccessToken(
        String id,
        String connectionId,
        String label,
        TokenScope scope,
        String sha256,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** Whether the token lets anybody in at that moment. */
    public boolean isValidAt(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }
}
