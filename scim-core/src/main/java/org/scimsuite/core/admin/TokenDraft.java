package org.scimsuite.core.admin;

import java.util.Optional;
import org.scimsuite.core.connection.TokenScope;

/**
 * A token to be issued.
 *
 * @param label what the admin calls it, 1 to 100 characters
 * @param expiresInDays 1 to 3650; empty for a token that does not expire
 */
public record TokenDraft(String label, Optional<Integer> expiresInDays, TokenScope scope) {

    /** A token that an identity provider can provision with. */
    public TokenDraft(String label, Optional<Integer> expiresInDays) {
        this(label, expiresInDays, TokenScope.WRITE);
    }
}
