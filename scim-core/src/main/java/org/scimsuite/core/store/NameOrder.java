package org.scimsuite.core.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The one order of name keys, the same in Java and in every database.
 *
 * <p>Databases order text by a collation of their own, so the order is that of an encoded key: the UTF-8 bytes of the name
 * key, two characters for each. For names up to {@value #MAX_BYTES} bytes that is the order of the code points. Of a longer
 * one the key holds the beginning and a SHA-256 of all of it: those that share the beginning are in an arbitrary order, but
 * still in the same one everywhere, and no two names share a key.
 */
public final class NameOrder {

    /** How many characters a key has at most. */
    public static final int MAX_LENGTH = 174;

    /** Orders name keys. */
    public static final Comparator<String> COMPARATOR = Comparator.comparing(NameOrder::key);

    private static final int MAX_BYTES = MAX_LENGTH / 2;
    private static final int HASH_BYTES = 32;

    /** Hexadecimal, but with letters that no language sorts as one with a neighbour ("aa", "ff") or in another place. */
    private static final char[] DIGITS = "0123456789bkmpqt".toCharArray();

    private NameOrder() {}

    /** The text to order a name key by: digits and small letters, unique to the name key. */
    public static String key(String nameKey) {
        byte[] name = nameKey.getBytes(StandardCharsets.UTF_8);
        if (name.length <= MAX_BYTES) {
            return encode(name);
        }
        return encode(Arrays.copyOf(name, MAX_BYTES - HASH_BYTES)) + encode(sha256(name));
    }

    /** Two digits or small letters for each byte, in the order of the bytes wherever texts are compared. */
    public static String encode(byte[] bytes) {
        char[] encoded = new char[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            encoded[2 * i] = DIGITS[(bytes[i] >> 4) & 0xF];
            encoded[2 * i + 1] = DIGITS[bytes[i] & 0xF];
        }
        return new String(encoded);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
