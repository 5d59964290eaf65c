package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.core.bundle.MappingBundle.Signature;
import org.scimsuite.core.bundle.SignatureCheck.Broken;
import org.scimsuite.core.bundle.SignatureCheck.Trust;
import org.scimsuite.core.bundle.SignatureCheck.Unsigned;
import org.scimsuite.core.bundle.SignatureCheck.Valid;

/**
 * Signs bundles with Ed25519 (RFC 8032) and verifies them. What is signed is the document without its {@code signature}, with the members of
 * every object sorted by name, without white space between them, in UTF-8: how a document is indented does not matter.
 */
public final class BundleSigner {

    private static final String ALGORITHM = BundleShape.ALGORITHM;

    private BundleSigner() {}

    /** A new pair of keys; the private one stays with the administrator. */
    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has Ed25519 since 15", e);
        }
    }

    /** The bundle with a signature in place of one that it had. */
    public static MappingBundle sign(MappingBundle bundle, KeyPair keys) {
        try {
            java.security.Signature signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(canonical(bundle));
            return bundle.signedBy(Optional.of(new Signature(
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                    fingerprint(keys.getPublic()),
                    Base64.getEncoder().encodeToString(signature.sign()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("These are no Ed25519 keys", e);
        }
    }

    /**
     * Looks at the signature of a bundle.
     *
     * @param trusted the public keys that count here
     */
    public static SignatureCheck verify(MappingBundle bundle, Collection<PublicKey> trusted) {
        return bundle.signature()
                .map(signature -> verify(bundle, signature, trusted))
                .orElseGet(Unsigned::new);
    }

    private static SignatureCheck verify(MappingBundle bundle, Signature written, Collection<PublicKey> trusted) {
        try {
            PublicKey key = publicKey(written.publicKey());
            java.security.Signature signature = java.security.Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(canonical(bundle));
            if (!signature.verify(Base64.getDecoder().decode(written.value()))) {
                return new Broken("The bundle was changed after it was signed, or was signed with another key.");
            }
            String fingerprint = fingerprint(key);
            if (!fingerprint.equals(written.fingerprint())) {
                return new Broken("The fingerprint beside the signature is not that of its key.");
            }
            boolean known = trusted.stream().anyMatch(each -> fingerprint(each).equals(fingerprint));
            return new Valid(fingerprint, known ? Trust.TRUSTED : Trust.UNKNOWN_KEY);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Broken("The signature or its key cannot be read.");
        }
    }

    /**
     * Reads a public key.
     *
     * @param base64 X.509 SubjectPublicKeyInfo
     * @throws GeneralSecurityException when it is no Ed25519 key
     * @throws IllegalArgumentException when it is no Base64
     */
    public static PublicKey publicKey(String base64) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(base64);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** {@code SHA256:} and the hash of the encoded key in hexadecimal, short enough to be compared by telephone. */
    public static String fingerprint(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return "SHA256:" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The bytes that are signed. */
    static byte[] canonical(MappingBundle bundle) {
        return sorted(BundleWriter.content(bundle)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(entry -> members.put(entry.getKey(), sorted(entry.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }
}
