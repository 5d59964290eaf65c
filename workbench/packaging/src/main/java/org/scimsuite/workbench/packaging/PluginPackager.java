package org.scimsuite.workbench.packaging;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finishes a shaded plugin jar in place: OSGi manifest from the final bytecode, the list of signatures for the self-check,
 * and what the plugin has to know about its own build.
 */
public final class PluginPackager {

    /** The list that the self-check reads. */
    public static final String SIGNATURES = "META-INF/scim/atlassian-signatures.txt";

    /** {@code version}, {@code generation} and {@code product} of the build. */
    public static final String BUILD = "META-INF/scim/build.properties";

    /** What the product brings and may change under us; Active Objects is the products' library too. */
    public static final List<String> WATCHED_PACKAGES = List.of("com.atlassian", "net.java.ao");

    /**
     * No ranges: "any version" is all that two generations of products have in common, and a package that is missing must keep
     * the plugin from starting instead of failing later. Crowd and cluster locks are optional because the self-check can name
     * what is missing there; the XML packages are Jackson's, for features that are not used.
     */
    private static final String IMPORTS = String.join(
            ",",
            "com.atlassian.crowd.*;resolution:=optional;version=0",
            "com.atlassian.beehive.*;resolution:=optional;version=0",
            "javax.xml.*;resolution:=optional;version=0",
            "org.w3c.dom.*;resolution:=optional;version=0",
            "org.xml.sax.*;resolution:=optional;version=0",
            "*;version=0");

    /** Which jar, and what it shall say of itself. */
    public record Job(
            Path jar,
            String pluginKey,
            String name,
            String version,
            String vendor,
            String product,
            String generation) {}

    private PluginPackager() {}

    /**
     * Packages one jar.
     *
     * @param arguments jar, plugin key, name, version, vendor, product, generation
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 7) {
            throw new IllegalArgumentException("Wanted: jar, plugin key, name, version, vendor, product, generation");
        }
        packageJar(new Job(
                Path.of(arguments[0]),
                arguments[1],
                arguments[2],
                arguments[3],
                arguments[4],
                arguments[5],
                arguments[6]));
    }

    /** Packages one jar. */
    public static void packageJar(Job job) throws Exception {
        Path finished = job.jar().resolveSibling(job.jar().getFileName() + ".tmp");
        try (Jar jar = new Jar(job.jar().toFile());
                Analyzer analyzer = new Analyzer(jar)) {
            put(jar, SIGNATURES, String.join("\n", signatures(jar)) + "\n");
            put(
                    jar,
                    BUILD,
                    "version=" + job.version() + "\ngeneration=" + job.generation() + "\nproduct=" + job.product()
                            + "\n");
            headers(job).forEach(analyzer::setProperty);
            jar.setManifest(analyzer.calcManifest());
            if (!analyzer.getErrors().isEmpty()) {
                throw new IllegalStateException("bnd: " + analyzer.getErrors());
            }
            jar.setReproducible("true");
            jar.write(finished.toFile());
        }
        Files.move(finished, job.jar(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, String> headers(Job job) {
        return Map.ofEntries(
                Map.entry(Constants.BUNDLE_SYMBOLICNAME, job.pluginKey()),
                Map.entry(Constants.BUNDLE_NAME, job.name()),
                Map.entry(Constants.BUNDLE_VERSION, Analyzer.cleanupVersion(job.version())),
                Map.entry(Constants.BUNDLE_VENDOR, job.vendor()),
                Map.entry(Constants.IMPORT_PACKAGE, IMPORTS),
                Map.entry("Atlassian-Plugin-Key", job.pluginKey()),
                Map.entry("Spring-Context", "*"),
                Map.entry(Constants.NOEE, "true"),
                // older Felix versions reject imports of java.*
                Map.entry(Constants.NOIMPORTJAVA, "true"),
                Map.entry(Constants.NOEXTRAHEADERS, "true"),
                Map.entry(Constants.REPRODUCIBLE, "true"),
                Map.entry(Constants.REMOVEHEADERS, "Private-Package,Created-By,Build-Jdk-Spec,Main-Class"));
    }

    private static Set<String> signatures(Jar jar) throws Exception {
        LinkedSignatures signatures = new LinkedSignatures(WATCHED_PACKAGES);
        for (Map.Entry<String, Resource> entry : jar.getResources().entrySet()) {
            if (entry.getKey().endsWith(".class")) {
                signatures.add(read(entry.getValue()));
            }
        }
        return signatures.lines();
    }

    private static byte[] read(Resource resource) throws Exception {
        try (InputStream in = resource.openInputStream()) {
            return in.readAllBytes();
        }
    }

    private static void put(Jar jar, String path, String text) throws IOException {
        jar.putResource(path, new EmbeddedResource(text.getBytes(StandardCharsets.UTF_8), 0));
    }
}
