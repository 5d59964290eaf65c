package org.scimsuite.core.admin;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.bundle.BundleSigner;
import org.scimsuite.core.store.SecretStore;

/**
 * The key that this installation signs bundles with: made when an administrator asks for it, and the same on all nodes. Its private half
 * never leaves the server.
 */
public final class SigningKey {

    private static final String NAME = "bundle-signing-key";

    private final SecretStore secrets;

    public SigningKey(SecretStore secrets) {
        this.secrets = secrets;
    }

    /**
     * What anybody may know of the key.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo in Base64
     * @param fingerprint for people to compare
     */
    public record PublicHalf(String publicKey, String fingerprint) {

        private static PublicHalf of(KeyPair pair) {
            return new PublicHalf(
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    BundleSigner.fingerprint(pair.getPublic()));
        }
    }

    /** The key, when there is one. */
    public Optional<PublicHalf> find() {
        return pair().map(PublicHalf::of);
    }

    /** Makes the key; {@link Conflict} when there is one, which others may have noted the fingerprint of. */
    public AdminResult<PublicHalf> make() {
        if (pair().isPresent()) {
            return new Conflict<>(new FieldError(
                    "", "This installation has a signing key already. It stays, because others know its fingerprint."));
        }
        return new Done<>(PublicHalf.of(read(secrets.secret(NAME, () -> write(BundleSigner.newKeys())))));
    }

    Optional<KeyPair> pair() {
        return secrets.find(NAME).map(SigningKey::read);
    }

    private static String write(KeyPair pair) {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPublic().getEncoded()) + "."
                + base64.encodeToString(pair.getPrivate().getEncoded());
    }

    private static KeyPair read(String text) {
        try {
            String[] halves = text.split("\\.", 2);
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1])));
            return new KeyPair(BundleSigner.publicKey(halves[0]), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stored signing key cannot be read", e);
        }
    }
}
