package org.scimsuite.core.admin;

import java.util.Optional;

/**
 * A token to be issued.
 *
 * @param label what the admin calls it, 1 to 100 characters
 * @param expiresInDays 1 to 3650; empty for a token that does not expire
 */
public record TokenDraft(String label, Optional<Integer> expiresInDays) {}
