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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String SHARED_PARTS = "org.scimsuite.atlassian.parts";

    /**
     * No ranges: "any version" is all that two generations of products have in common, and a package that is missing must keep
     * the plugin from starting instead of failing later. What only some products have is optional because the self-check can name
     * what is missing there; the XML packages are Jackson's, for features that are not used. What the libraries inside can do
     * without is not imported: annotations, what HikariCP can measure with, and a
     * cloud that Guava looks for.
     */
    private static final String IMPORTS = String.join(
            ",",
            "com.atlassian.sal.api;version=0",
            "com.atlassian.sal.api.auth;version=0",
            "com.atlassian.sal.api.component;version=0",
            "com.atlassian.sal.api.license;version=0",
            "com.atlassian.sal.api.transaction;version=0",
            "com.atlassian.sal.api.user;version=0",
            "com.atlassian.activeobjects.*;version=0",
            "com.atlassian.annotations.*;version=0",
            "com.atlassian.plugins.rest.*;version=0",
            "com.atlassian.*;resolution:=optional;version=0",
            "javax.xml.*;resolution:=optional;version=0",
            "org.w3c.dom.*;resolution:=optional;version=0",
            "org.xml.sax.*;resolution:=optional;version=0",
            "!com.codahale.*",
            "!com.google.appengine.*",
            "!com.google.apphosting.*",
            "!io.micrometer.*",
            "!javax.annotation",
            "!javax.annotation.concurrent",
            "!org.checkerframework.*",
            "!org.scimsuite.shaded.hikari.metrics.*",
            "!com.google.errorprone.*",
            "!com.google.j2objc.*",
            "!org.codehaus.mojo.*",
            "!sun.misc",
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
            put(jar, PluginDescriptor.PATH, PluginDescriptor.complete(path -> text(jar, path)));
            PluginDescriptor.INCLUDED.forEach(jar::remove);
            removeUnusedParts(jar);
            put(jar, SIGNATURES, String.join("\n", signatures(jar, job.product())) + "\n");
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

    /** A part that several products share goes into the jars of those that use it: the others would report that it does not fit them. */
    private static void removeUnusedParts(Jar jar) throws Exception {
        LinkedSignatures used = new LinkedSignatures(List.of(SHARED_PARTS));
        List<String> shared = new ArrayList<>();
        for (Map.Entry<String, Resource> entry : jar.getResources().entrySet()) {
            if (entry.getKey().startsWith(SHARED_PARTS.replace('.', '/'))) {
                shared.add(entry.getKey());
            } else if (entry.getKey().endsWith(".class")) {
                used.add(read(entry.getValue()));
            }
        }
        for (String path : shared) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            String first = "class " + folder.replace('/', '.');
            if (used.lines().stream().noneMatch(line -> line.startsWith(first))) {
                jar.remove(path);
            }
        }
    }

    /**
     * What the whole plugin needs, then what only its parts need: classes in a package below that of the product, or of the parts that
     * products share, belong to the part of that name.
     */
    private static List<String> signatures(Jar jar, String product) throws Exception {
        LinkedSignatures needed = new LinkedSignatures(WATCHED_PACKAGES);
        SortedMap<String, LinkedSignatures> parts = new TreeMap<>();
        Pattern part = Pattern.compile("org/scimsuite/(?:" + product + "|atlassian/crowd|atlassian/parts)/(\\w+)/.*");
        for (Map.Entry<String, Resource> entry : jar.getResources().entrySet()) {
            if (entry.getKey().endsWith(".class")) {
                Matcher inPart = part.matcher(entry.getKey());
                LinkedSignatures signatures = inPart.matches()
                        ? parts.computeIfAbsent(inPart.group(1), name -> new LinkedSignatures(WATCHED_PACKAGES))
                        : needed;
                signatures.add(read(entry.getValue()));
            }
        }
        List<String> lines = new ArrayList<>(needed.lines());
        parts.forEach((name, signatures) -> {
            lines.add("part " + name);
            signatures.lines().stream()
                    .filter(line -> !needed.lines().contains(line))
                    .forEach(lines::add);
        });
        return lines;
    }

    private static String text(Jar jar, String path) {
        try {
            Resource resource = jar.getResource(path);
            if (resource == null) {
                throw new IllegalStateException("The jar has no " + path);
            }
            return new String(read(resource), StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
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
