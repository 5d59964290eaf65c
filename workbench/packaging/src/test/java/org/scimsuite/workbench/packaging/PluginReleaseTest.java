package org.scimsuite.workbench.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimsuite.workbench.packaging.PluginRelease.Job;

class PluginReleaseTest {

    private static final String PASSWORD = "a password of tests";
    private static final String VERSION = "1.2.3";

    @TempDir
    static Path keys;

    private static Path keystore;

    @TempDir
    Path folder;

    private Path output;

    @BeforeAll
    static void makeAKey() throws Exception {
        keystore = keystore("Ed25519");
    }

    @BeforeEach
    void buildTwoPlugins() throws IOException {
        output = folder.resolve("release");
        for (String module : List.of("scim-one", "scim-two")) {
            Path descriptor = folder.resolve(module).resolve("src/main/resources/atlassian-plugin.xml");
            Files.createDirectories(descriptor.getParent());
            Files.writeString(descriptor, "<atlassian-plugin/>");
            Files.createDirectories(folder.resolve(module).resolve("target"));
            for (String generation : List.of("p7", "p8")) {
                Files.writeString(jar(module, generation), "the jar of " + module + " for " + generation);
            }
        }
        Files.createDirectories(folder.resolve("scim-core/target"));
    }

    private Path jar(String module, String generation) {
        return folder.resolve(module).resolve("target/" + module + "-" + VERSION + "-" + generation + ".jar");
    }

    @Test
    void releaseWhenAllPluginsAreBuiltThenHoldsEachJarWithItsSignaturesAndTheCertificate() throws Exception {
        release(Optional.of(keystore));

        try (Stream<Path> files = Files.list(output)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "scim-one-1.2.3-p7.jar",
                            "scim-one-1.2.3-p7.jar.sig",
                            "scim-one-1.2.3-p7.jar.sig.txt",
                            "scim-one-1.2.3-p8.jar",
                            "scim-one-1.2.3-p8.jar.sig",
                            "scim-one-1.2.3-p8.jar.sig.txt",
                            "scim-two-1.2.3-p7.jar",
                            "scim-two-1.2.3-p7.jar.sig",
                            "scim-two-1.2.3-p7.jar.sig.txt",
                            "scim-two-1.2.3-p8.jar",
                            "scim-two-1.2.3-p8.jar.sig",
                            "scim-two-1.2.3-p8.jar.sig.txt",
                            "scim-suite.pem");
        }
        assertThat(released("scim-two-1.2.3-p8.jar")).hasSameBinaryContentAs(jar("scim-two", "p8"));
    }

    @Test
    void signatureWhenVerifiedByTheJdkWithTheCertificateThenHoldsForItsJarAlone() throws Exception {
        release(Optional.of(keystore));

        X509Certificate certificate = certificate();
        byte[] signature = Files.readAllBytes(released("scim-one-1.2.3-p8.jar.sig"));
        assertThat(signature).hasSize(64);
        assertThat(verifies(certificate, released("scim-one-1.2.3-p8.jar"), signature))
                .isTrue();
        assertThat(verifies(certificate, released("scim-one-1.2.3-p7.jar"), signature))
                .isFalse();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Tests");
    }

    @Test
    void signatureWhenReadAsBase64ThenIsTheSame() throws Exception {
        release(Optional.of(keystore));

        String line = Files.readString(released("scim-one-1.2.3-p8.jar.sig.txt"));
        assertThat(Base64.getDecoder().decode(line.strip()))
                .isEqualTo(Files.readAllBytes(released("scim-one-1.2.3-p8.jar.sig")));
    }

    /** The two lines of Atlassian's page "App signing troubleshooting". */
    @Test
    void signatureWhenVerifiedWithOpensslAsAtlassianDocumentsThenHolds() throws Exception {
        assumeTrue(hasOpenssl(), "Skipped. There is no openssl 3 on this machine.");
        release(Optional.of(keystore));
        Path publicKey = folder.resolve("public_key.pem");

        Files.writeString(
                publicKey, openssl("x509", "-in", released("scim-suite.pem").toString(), "-noout", "-pubkey"));
        String said = openssl(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                publicKey.toString(),
                "-rawin",
                "-in",
                released("scim-one-1.2.3-p8.jar").toString(),
                "-sigfile",
                released("scim-one-1.2.3-p8.jar.sig").toString());

        assertThat(said).contains("Signature Verified Successfully");
    }

    @Test
    void releaseWhenThereIsNoKeystoreThenMakesAKeySaysSoAndKeepsNone() throws Exception {
        String told = release(Optional.empty());

        assertThat(told).contains("a key was made for this build and is gone now");
        byte[] signature = Files.readAllBytes(released("scim-one-1.2.3-p8.jar.sig"));
        assertThat(verifies(certificate(), released("scim-one-1.2.3-p8.jar"), signature))
                .isTrue();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".p12"));
        }
    }

    @Test
    void releaseWhenAKeystoreIsGivenThenSaysWhoSigned() throws Exception {
        String told = release(Optional.of(keystore));

        assertThat(told).contains("4 plugin jars", "CN=Tests").doesNotContain("a key was made", PASSWORD);
    }

    @Test
    void releaseWhenAPluginLacksAGenerationThenRefusesAndNamesTheJar() throws Exception {
        Files.delete(jar("scim-two", "p7"));

        assertThatThrownBy(() -> release(Optional.of(keystore)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scim-two-1.2.3-p7.jar");
        assertThat(output).doesNotExist();
    }

    @Test
    void releaseWhenTheKeystoreIsMissingThenRefusesAndSaysHowToMakeOne() {
        assertThatThrownBy(() -> release(Optional.of(folder.resolve("nothing.p12"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing.p12")
                .hasMessageContaining("keytool -genkeypair -keyalg Ed25519");
    }

    @Test
    void releaseWhenThePasswordIsWrongThenRefuses() throws Exception {
        assertThatThrownBy(() -> SigningIdentity.load(keystore, "guessed".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void releaseWhenTheKeyIsOfAnotherKindThenRefuses() throws Exception {
        Path otherKind = keystore("EC");

        assertThatThrownBy(() -> release(Optional.of(otherKind)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ed25519");
    }

    @Test
    void releaseWhenTheCertificateHasExpiredThenRefuses() throws Exception {
        Path expired = keystore("Ed25519", "-startdate", "-3d", "-validity", "1");

        assertThatThrownBy(() -> release(Optional.of(expired)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not today");
    }

    @Test
    void signWhenTheCertificateBelongsToAnotherKeyThenRefusesAndWritesNothing() throws Exception {
        SigningIdentity one = SigningIdentity.load(keystore, PASSWORD.toCharArray());
        SigningIdentity other = SigningIdentity.load(keystore("Ed25519"), PASSWORD.toCharArray());
        PluginSigner mixed = new PluginSigner(new SigningIdentity(one.key(), other.certificate()));

        assertThatThrownBy(() -> mixed.sign(jar("scim-one", "p8")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another key");
        assertThat(jar("scim-one", "p8").resolveSibling("scim-one-1.2.3-p8.jar.sig"))
                .doesNotExist();
    }

    private String release(Optional<Path> keystore) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PluginRelease.run(
                new Job(folder, VERSION, output),
                keystore,
                PASSWORD.toCharArray(),
                new PrintStream(told, true, StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8);
    }

    private Path released(String name) {
        return output.resolve(name);
    }

    private X509Certificate certificate() throws Exception {
        try (InputStream in = Files.newInputStream(released("scim-suite.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static boolean verifies(X509Certificate certificate, Path jar, byte[] signature) throws Exception {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(Files.readAllBytes(jar));
        return verifier.verify(signature);
    }

    /** A new key store, made as the documentation says. */
    private static Path keystore(String algorithm, String... more) throws Exception {
        Path made = Files.createTempFile(keys, "signing", ".p12");
        Files.delete(made);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                "scim-suite",
                "-dname",
                "CN=Tests",
                "-storetype",
                "PKCS12",
                "-keystore",
                made.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(Arrays.asList(more));
        run(command);
        return made;
    }

    private static boolean hasOpenssl() {
        try {
            return openssl("version").startsWith("OpenSSL 3");
        } catch (Exception e) {
            return false;
        }
    }

    private static String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
