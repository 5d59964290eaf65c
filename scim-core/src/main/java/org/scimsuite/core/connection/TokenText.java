package org.scimsuite.core.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The text of a bearer token: a prefix that scanners of leaked secrets can find, and 256 random bits. */
public final class TokenText {

    /** What every token of this server begins with. */
    public static final String PREFIX = "scim_";

    private static final int RANDOM_BYTES = 32;

    private TokenText() {}

    /** A new token text. */
    public static String generate(RandomGenerator random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What is kept of a token: SHA-256 in 64 lower-case hex digits. The token is random, so no salt is needed. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
