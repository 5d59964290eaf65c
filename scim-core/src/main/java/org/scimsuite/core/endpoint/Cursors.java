package org.scimsuite.core.endpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.ResourceQuery.Mark;
import org.scimsuite.core.provision.SortValue;
import org.scimsuite.core.store.SecretStore;

/**
 * Turns the place where a page begins into a cursor and back (RFC 9865). A cursor is encrypted and authenticated (AES-GCM)
 * with a secret that all nodes share, so the server keeps nothing, every node understands it, nobody can make one, and the
 * names in it are not to be read. It is bound to its search: with any other one it is not a cursor at all.
 */
final class Cursors {

    /** For how long a cursor can be used. */
    static final Duration TIMEOUT = Duration.ofHours(1);

    private static final String SECRET = "cursors";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretStore secrets;
    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicReference<Optional<Key>> key = new AtomicReference<>(Optional.empty());

    Cursors(SecretStore secrets, Clock clock, RandomGenerator random) {
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What a cursor says.
     *
     * @param count of the page it came with
     */
    record Place(Mark mark, int count) {}

    /**
     * A cursor for a place.
     *
     * @param search what the cursor is good for: the connection and everything that decides what is found
     */
    String seal(String search, Place place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, search);
            byte[] sealed = cipher.doFinal(write(place, clock.instant()));
            byte[] cursor = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, cursor, NONCE_BYTES, sealed.length);
            return encoded(cursor);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /**
     * The place of a cursor.
     *
     * @throws ScimException 400 invalidCursor when it is not one of this search, whatever else it is; 400 expiredCursor
     */
    Place open(String search, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= NONCE_BYTES || !encoded(bytes).equals(cursor)) {
                throw invalid();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), search);
            return read(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** Unreserved characters only (RFC 9865 §2). */
    private static String encoded(byte[] cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private Cipher cipher(int mode, byte[] nonce, String search) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(search.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Read once: it never changes. */
    private Key key() {
        return key.updateAndGet(known -> known.or(() -> Optional.of(readKey()))).orElseThrow();
    }

    private Key readKey() {
        String secret = secrets.secret(SECRET, () -> {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        });
        return new SecretKeySpec(Base64.getDecoder().decode(secret), "AES");
    }

    private static byte[] write(Place place, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Mark mark = place.mark();
            out.writeLong(now.getEpochSecond());
            out.writeInt(place.count());
            out.writeInt(mark.total());
            out.writeInt(mark.selection());
            out.writeUTF(mark.key());
            out.writeUTF(mark.value().map(Cursors::text).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private Place read(byte[] opened) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(opened))) {
            Instant end = Instant.ofEpochSecond(in.readLong()).plus(TIMEOUT);
            if (clock.instant().isAfter(end)) {
                throw ScimException.badRequest(
                        ScimType.EXPIRED_CURSOR,
                        "The cursor is older than " + TIMEOUT.toMinutes()
                                + " minutes. Begin again without a cursor value.");
            }
            int count = in.readInt();
            int total = in.readInt();
            int selection = in.readInt();
            return new Place(new Mark(selection, in.readUTF(), value(in.readUTF()), total), count);
        } catch (IOException e) {
            throw new UncheckedIOException("What is authentic was written by this server", e);
        }
    }

    private static String text(SortValue value) {
        if (value instanceof SortValue.Quantity quantity) {
            return "q" + quantity.value();
        }
        return value instanceof SortValue.Text text ? "t" + text.value() : "n";
    }

    private static Optional<SortValue> value(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String rest = text.substring(1);
        return Optional.of(
                switch (text.charAt(0)) {
                    case 'q' -> new SortValue.Quantity(new BigDecimal(rest));
                    case 't' -> new SortValue.Text(rest);
                    default -> new SortValue.None();
                });
    }

    private static ScimException invalid() {
        return ScimException.badRequest(
                ScimType.INVALID_CURSOR,
                "The cursor is not one of this search. Send the nextCursor of its last page with the same parameters, or begin"
                        + " again without a cursor value.");
    }
}
