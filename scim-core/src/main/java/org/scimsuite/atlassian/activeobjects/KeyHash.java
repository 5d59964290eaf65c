package org.scimsuite.atlassian.activeobjects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.scimsuite.core.store.NameOrder;

/**
 * Makes the values of unique and indexed columns.
 *
 * <p>Active Objects has no unique constraint over several columns, an indexed column is short, and a database may compare
 * text without regard to case, accents or trailing blanks. A SHA-256 of all parts is one short column that is compared
 * exactly everywhere.
 */
final class KeyHash {

    /** Still too many for two different values to meet. */
    private static final int ORDERED_BYTES = 16;

    /** Behind a prefix, this sorts behind every digit and every {@link #ordered} key. */
    static final String BEYOND_ORDERED = "x";

    private KeyHash() {}

    /** 64 lower-case hex digits; no two different lists of parts share them. */
    static String of(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    /** 32 digits and small letters that every collation puts in the same order; for ranges of an index. */
    static String ordered(String... parts) {
        return NameOrder.encode(Arrays.copyOf(digest(parts), ORDERED_BYTES));
    }

    private static byte[] digest(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
