package org.scimsuite.workbench.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last step of a release: all plugin jars of the project in one folder, each with its signature, and the certificate. */
public final class PluginRelease {

    /** The certificate, for the trust stores of installations. */
    public static final String CERTIFICATE = "scim-suite.pem";

    /** The environment variable with the password of the key store. */
    public static final String PASSWORD_VARIABLE = "SCIM_RELEASE_PASSWORD";

    /** Stands in the place of a key store when there is none. */
    private static final String NO_KEYSTORE = "none";

    private static final String DESCRIPTOR = "src/main/resources/atlassian-plugin.xml";
    private static final List<String> GENERATIONS = List.of("p8", "p7");

    /**
     * What to release.
     *
     * @param project the folder of the whole project; each folder in it that has a plugin descriptor is a plugin
     * @param output where the release is put; made when it is missing
     */
    public record Job(Path project, String version, Path output) {}

    private PluginRelease() {}

    /**
     * Makes a release.
     *
     * @param arguments project folder, version, output folder, key store ({@code none}: a key is made that is gone afterwards)
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("Wanted: project folder, version, output folder, key store or none");
        }
        Job job = new Job(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]));
        Optional<Path> keystore = Optional.of(arguments[3])
                .filter(file -> !file.equals(NO_KEYSTORE))
                .map(Path::of);
        char[] password =
                Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).orElse("").toCharArray();
        run(job, keystore, password, System.out);
    }

    /**
     * Collects and signs.
     *
     * @throws IllegalStateException when there is no plugin, or a plugin lacks the jar of a generation
     */
    static void run(Job job, Optional<Path> keystore, char[] password, PrintStream told)
            throws GeneralSecurityException, IOException, InterruptedException {
        List<Path> jars = jars(job);
        SigningIdentity identity =
                keystore.isPresent() ? SigningIdentity.load(keystore.get(), password) : SigningIdentity.temporary();
        PluginSigner signer = new PluginSigner(identity);
        Files.createDirectories(job.output());
        for (Path jar : jars) {
            Path copy = job.output().resolve(jar.getFileName());
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            signer.sign(copy);
        }
        Files.writeString(job.output().resolve(CERTIFICATE), identity.pem());
        told.println(jars.size() + " plugin jars are signed in " + job.output() + ", by "
                + identity.certificate().getSubjectX500Principal() + ", valid until "
                + identity.certificate().getNotAfter().toInstant() + ".");
        if (keystore.isEmpty()) {
            told.println(
                    "No -Drelease.keystore was given, so a key was made for this build and is gone now. Good for a trial: the"
                            + " next build has another certificate, and whoever installed this one has to trust that one too.");
        }
    }

    private static List<Path> jars(Job job) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> modules =
                Files.newDirectoryStream(job.project(), module -> Files.exists(module.resolve(DESCRIPTOR)))) {
            for (Path module : modules) {
                for (String generation : GENERATIONS) {
                    jars.add(module.resolve("target")
                            .resolve(module.getFileName() + "-" + job.version() + "-" + generation + ".jar"));
                }
            }
        }
        List<Path> missing = jars.stream().filter(jar -> !Files.exists(jar)).toList();
        if (jars.isEmpty() || !missing.isEmpty()) {
            throw new IllegalStateException("A release has all plugins for both generations; not built: "
                    + (jars.isEmpty() ? "any plugin in " + job.project() : missing));
        }
        return jars.stream().sorted().toList();
    }
}
