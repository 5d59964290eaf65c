package org.scimsuite.workbench.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who signs: an Ed25519 key and the certificate that installations put into their trust store. It lives in a PKCS#12 key store, as the
 * JDK's {@code keytool} makes it.
 */
public record SigningIdentity(PrivateKey key, X509Certificate certificate) {

    /** How a key store is made; the documentation and the refusals say the same. */
    static final String HOW_TO_MAKE_ONE = "keytool -genkeypair -keyalg Ed25519 -alias scim-suite"
            + " -dname \"CN=SCIM Suite\" -validity 1095 -storetype PKCS12 -keystore <file>";

    /** Names what the JDK calls Ed25519 keys in the one place and in the other. */
    private static final List<String> ED25519 = List.of("EdDSA", "Ed25519");

    private static final String PASSWORD_VARIABLE = "SCIM_SIGNING_PASSWORD";
    private static final int DAYS_OF_A_TEMPORARY_ONE = 365;
    private static final int KEYTOOL_SECONDS = 60;

    /**
     * The identity in a key store.
     *
     * @throws IllegalArgumentException with a sentence for whoever makes the release: no such file, wrong password, not exactly one key,
     *     not an Ed25519 key, a certificate that is not valid today
     */
    public static SigningIdentity load(Path keystore, char[] password) throws GeneralSecurityException, IOException {
        if (!Files.isRegularFile(keystore)) {
            throw new IllegalArgumentException(
                    "There is no key store " + keystore + ". This makes one: " + HOW_TO_MAKE_ONE);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, password);
        } catch (IOException e) {
            throw new IllegalArgumentException("The key store " + keystore + " cannot be opened: " + e.getMessage(), e);
        }
        List<String> keys = Collections.list(store.aliases()).stream()
                .filter(alias -> isKey(store, alias))
                .toList();
        if (keys.size() != 1) {
            throw new IllegalArgumentException(
                    "The key store " + keystore + " holds " + keys.size() + " keys; it must hold exactly one.");
        }
        PrivateKey key = (PrivateKey) store.getKey(keys.get(0), password);
        if (!ED25519.contains(key.getAlgorithm())) {
            throw new IllegalArgumentException("The key store " + keystore + " holds a key for " + key.getAlgorithm()
                    + "; Atlassian's products want Ed25519. This makes one: " + HOW_TO_MAKE_ONE);
        }
        SigningIdentity identity = new SigningIdentity(key, (X509Certificate) store.getCertificate(keys.get(0)));
        identity.checkValidity();
        return identity;
    }

    /** An identity that nothing keeps: what it signs can be trusted by this certificate only, and nothing else ever will be. */
    public static SigningIdentity temporary() throws GeneralSecurityException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("scim-signing");
        Path keystore = folder.resolve("signing.p12");
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getEncoder().encodeToString(random);
        try {
            keytool(keystore, password);
            return load(keystore, password.toCharArray());
        } finally {
            Files.deleteIfExists(keystore);
            Files.delete(folder);
        }
    }

    private static void keytool(Path keystore, String password) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "Ed25519",
                "-alias",
                "scim-suite",
                "-dname",
                "CN=SCIM Suite (a build that keeps no key)",
                "-validity",
                Integer.toString(DAYS_OF_A_TEMPORARY_ONE),
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass:env",
                PASSWORD_VARIABLE);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool made no key: " + output);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store was loaded", e);
        }
    }

    private void checkValidity() {
        try {
            certificate.checkValidity();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The certificate holds from " + certificate.getNotBefore() + " to " + certificate.getNotAfter()
                            + ", not today, so products would refuse what it signs.",
                    e);
        }
    }

    /** The certificate as a PEM file, for the trust stores of installations. */
    public String pem() throws GeneralSecurityException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
