package org.scimsuite.atlassian.crowd;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody knows. */
public final class RandomPasswords {

    private static final int BYTES = 32;

    /** One of each kind, for directories that ask for them; the random part carries the strength. */
    private static final String COMPLEXITY = "aA1!";

    private final SecureRandom random = new SecureRandom();

    /** Another one. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + COMPLEXITY;
    }
}
