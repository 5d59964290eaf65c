package org.scimsuite.workbench.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scimsuite.atlassian.selfcheck.SelfCheck;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Opens the jars of a plugin module that were built and looks at what a product will see; run by each plugin module for its own. */
class PluginJarIT {

    private static final String PRODUCT = System.getProperty("jar.product");

    /** Whether the plugin brings the engine of its tables, because the product is not known to have Active Objects. */
    private static final boolean OWN_TABLES = System.getProperty("jar.tables").equals("own");

    private static final String KEY = "org.scimsuite.scim-" + PRODUCT;

    /** What Atlassian's products have in common. */
    private static final List<String> EVERYWHERE = List.of(
            "com.atlassian.sal.api",
            "com.atlassian.activeobjects",
            "com.atlassian.annotations",
            "com.atlassian.plugins");

    /** What not all of them are known to have of that. */
    private static final List<String> NOT_EVERYWHERE = List.of("com.atlassian.sal.api.rdbms");

    /** Inside the plugin jar that has tables of its own, and in no other. */
    private static final List<String> ENGINE = List.of(
            "org/scimsuite/atlassian/embedded/",
            "org/scimsuite/shaded/ao/",
            "org/scimsuite/shaded/guava/",
            "org/scimsuite/shaded/lang3/",
            "org/scimsuite/shaded/hikari/");

    /** What the engine's libraries can do without. */
    private static final List<String> DISPENSABLE = List.of(
            "com.codahale.",
            "io.micrometer.",
            "javax.annotation",
            "org.checkerframework.",
            "com.google.errorprone.",
            "com.google.j2objc.",
            "org.codehaus.mojo.");

    /** The two jars. */
    enum Generation {
        P8("jakarta", "javax"),
        P7("javax", "jakarta");

        private final String mine;
        private final String theOthers;

        Generation(String mine, String theOthers) {
            this.mine = mine;
            this.theOthers = theOthers;
        }

        Path jar() {
            return Path.of(System.getProperty("jar." + name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manifestWhenReadThenBundleIsATransformerlessPluginOfTheDescriptorsKey(Generation generation) throws Exception {
        Attributes manifest = manifest(generation);

        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo(KEY);
        assertThat(manifest.getValue("Atlassian-Plugin-Key")).isEqualTo(KEY);
        assertThat(manifest.getValue("Spring-Context")).isEqualTo("*");
        assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(manifest.getValue("Bundle-Version")).matches("\\d+\\.\\d+\\.\\d+(\\.\\w+)?");
        assertThat(descriptor(generation).getDocumentElement().getAttribute("key"))
                .isEqualTo(KEY);
        assertThat(manifest.keySet().stream().map(Object::toString))
                .doesNotContain(
                        "Require-Capability",
                        "Export-Package",
                        "Private-Package",
                        "DynamicImport-Package",
                        "Bundle-ClassPath",
                        "Multi-Release");
    }

    @ParameterizedTest
    @EnumSource
    void importsWhenReadThenEveryOneIsAnyVersion(Generation generation) throws Exception {
        assertThat(imports(generation)).isNotEmpty().allSatisfy((name, attributes) -> assertThat(attributes)
                .as(name)
                .contains("version=0")
                .allMatch(
                        attribute -> Set.of("version=0", "resolution:=optional").contains(attribute)));
    }

    @ParameterizedTest
    @EnumSource
    void importsWhenReadThenOfOneGenerationAndWithoutJavaOrOurLibraries(Generation generation) throws Exception {
        assertThat(imports(generation).keySet())
                .contains(
                        generation.mine + ".servlet",
                        generation.mine + ".servlet.http",
                        generation.mine + ".ws.rs",
                        generation.mine + ".ws.rs.core",
                        "org.springframework.beans.factory.annotation",
                        "org.springframework.context.annotation",
                        "com.atlassian.annotations.security",
                        "com.atlassian.plugins.rest.api.security.annotation")
                .noneMatch(name ->
                        name.startsWith("java.") || name.startsWith("com.fasterxml") || name.startsWith("com.google"))
                .noneMatch(name -> name.startsWith("org.scimsuite."))
                .noneMatch(name -> name.startsWith(generation.theOthers + ".servlet")
                        || name.startsWith(generation.theOthers + ".ws"));
    }

    @ParameterizedTest
    @EnumSource
    void importsWhenReadThenWhatNotEveryProductHasIsOptional(Generation generation) throws Exception {
        assertThat(imports(generation))
                .allSatisfy((name, attributes) -> assertThat(attributes.contains("resolution:=optional"))
                        .as(name)
                        .isEqualTo(Stream.of("com.atlassian.", "javax.xml.", "org.w3c.", "org.xml.")
                                        .anyMatch(name::startsWith)
                                && (EVERYWHERE.stream().noneMatch(name::startsWith) || NOT_EVERYWHERE.contains(name))));
    }

    @ParameterizedTest
    @EnumSource
    void importsWhenComparedWithTheBytecodeThenEveryExternalPackageIsImported(Generation generation) throws Exception {
        Set<String> needed = new TreeSet<>();
        for (String signature : linked(generation, List.of("com", "org", "net", "jakarta", "javax"))) {
            String owner = signature.split(" ", 3)[signature.startsWith("class ") ? 1 : 2];
            if (signature.startsWith("class ") && !owner.startsWith("org.scimsuite.")) {
                needed.add(owner.substring(0, owner.lastIndexOf('.')));
            }
        }
        Set<String> inTheJdk = needed.stream()
                .filter(name -> name.startsWith("javax.crypto") || name.startsWith("javax.net"))
                .collect(Collectors.toSet());
        needed.removeAll(inTheJdk);
        if (OWN_TABLES) {
            needed.removeIf(name -> DISPENSABLE.stream().anyMatch((name + ".")::startsWith));
        }

        assertThat(imports(generation).keySet()).containsAll(needed);
    }

    @ParameterizedTest
    @EnumSource
    void contentsWhenListedThenOnlyOurClassesAndRelocatedLibrariesAreInside(Generation generation) throws Exception {
        List<String> names = names(generation);

        assertThat(names)
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org/scimsuite/core/")
                        || name.startsWith("org/scimsuite/atlassian/")
                        || name.startsWith("org/scimsuite/" + PRODUCT + "/")
                        || name.startsWith("org/scimsuite/shaded/jackson/")
                        || name.startsWith("org/scimsuite/shaded/re2j/")
                        || (OWN_TABLES && ENGINE.stream().anyMatch(name::startsWith)));
        assertThat(ENGINE).allMatch(folder -> names.stream().anyMatch(name -> name.startsWith(folder)) == OWN_TABLES);
        assertThat(names)
                .noneMatch(name -> name.endsWith(".jar"))
                .noneMatch(name -> name.startsWith("META-INF/versions/") || name.startsWith("META-INF/services/"))
                .contains(
                        "atlassian-plugin.xml",
                        "scim-suite.properties",
                        "META-INF/spring/plugin-context.xml",
                        "META-INF/LICENSE");
    }

    @ParameterizedTest
    @EnumSource
    void bytecodeWhenReadThenNeitherLibrariesOfTheHostNorTheOtherGenerationAreLinked(Generation generation)
            throws Exception {
        assertThat(linked(
                        generation,
                        List.of(
                                "com.fasterxml",
                                "com.google",
                                generation.theOthers + ".servlet",
                                generation.theOthers + ".ws.rs",
                                "jakarta.inject",
                                "javax.inject")))
                .filteredOn(line -> !OWN_TABLES || DISPENSABLE.stream().noneMatch(line::contains))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void descriptorWhenReadThenEveryClassItNamesIsInTheJar(Generation generation) throws Exception {
        Document descriptor = descriptor(generation);
        List<String> classes = new ArrayList<>();
        for (String tag : List.of("servlet-filter", "servlet")) {
            elements(descriptor, tag).forEach(element -> classes.add(element.getAttribute("class")));
        }
        List<String> entities = elements(descriptor, "entity").stream()
                .map(element -> element.getTextContent().strip())
                .toList();
        classes.addAll(entities);

        assertThat(entities)
                .as("a table that is not listed is not made")
                .containsExactlyInAnyOrderElementsOf(OWN_TABLES ? List.of() : rows(generation));
        assertThat(names(generation))
                .containsAll(classes.stream()
                        .map(name -> name.replace('.', '/') + ".class")
                        .toList());
        assertThat(elements(descriptor, "package"))
                .extracting(Element::getTextContent)
                .containsExactly("org.scimsuite.atlassian.rest");
        assertThat(text(generation, "atlassian-plugin.xml")).doesNotContain("${");
    }

    @ParameterizedTest
    @EnumSource
    void descriptorWhenReadThenGuardComesBeforeEveryFilterOfTheProduct(Generation generation) throws Exception {
        Element guard = elements(descriptor(generation), "servlet-filter").get(0);

        assertThat(guard.getAttribute("location")).isEqualTo("after-encoding");
        assertThat(guard.getAttribute("weight")).isEqualTo("-100");
        assertThat(guard.getElementsByTagName("url-pattern").item(0).getTextContent())
                .isEqualTo("/plugins/servlet/scim/*");
        assertThat(text(generation, "atlassian-plugin.xml")).doesNotContain("<component");
    }

    @ParameterizedTest
    @EnumSource
    void tablesWhenReadThenTheyAreTheProductsOrThePluginsAndNotBoth(Generation generation) throws Exception {
        assertThat(elements(descriptor(generation), "ao"))
                .extracting(module -> module.getAttribute("namespace"))
                .isEqualTo(OWN_TABLES ? List.of() : List.of("org.scimsuite"));
        assertThat(imports(generation).keySet().stream().anyMatch(name -> name.startsWith("net.java.ao")))
                .isNotEqualTo(OWN_TABLES);
        assertThat(linked(generation, List.of("net.java.ao", "com.atlassian.activeobjects"))
                        .isEmpty())
                .isEqualTo(OWN_TABLES);
    }

    @ParameterizedTest
    @EnumSource
    void guardAndEndpointWhenReadThenTheProductLetsEverybodyReachThem(Generation generation) throws Exception {
        for (String name : List.of("ScimGuardFilter", "ScimServlet")) {
            assertThat(linkedBy(generation, "org/scimsuite/atlassian/web/" + name + ".class"))
                    .contains("class com.atlassian.annotations.security.UnrestrictedAccess");
        }
        for (String name : List.of(
                "Status",
                "Overview",
                "Directories",
                "Connections",
                "Tokens",
                "Journal",
                "Mapping",
                "Tasks",
                "Why",
                "Decide",
                "Parked",
                "SigningKey")) {
            assertThat(linkedBy(generation, "org/scimsuite/atlassian/rest/" + name + "Resource.class"))
                    .contains("class com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signaturesWhenReadThenTheyAreExactlyWhatTheBytecodeLinksTo(Generation generation) throws Exception {
        List<String> listed = text(generation, SelfCheck.LIST)
                .lines()
                .filter(line -> !line.startsWith("part "))
                .toList();

        assertThat(Set.copyOf(listed)).isEqualTo(linked(generation, PluginPackager.WATCHED_PACKAGES));
        assertThat(listed)
                .contains(
                        "class com.atlassian.crowd.exception.UserAlreadyExistsException",
                        "method interface com.atlassian.crowd.manager.directory.DirectoryManager renameUser"
                                + " (JLjava/lang/String;Ljava/lang/String;)Lcom/atlassian/crowd/model/user/User;");
    }

    @ParameterizedTest
    @EnumSource
    void selfCheckWhenRunInTheJarAgainstTheStubsThenPassed(Generation generation) throws Exception {
        URL[] jar = {generation.jar().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar, getClass().getClassLoader())) {
            SelfCheckReport report = new SelfCheck(loader).run();

            assertThat(report.problems()).isEmpty();
            assertThat(report.remarks()).isEmpty();
            assertThat(report.checked()).isGreaterThan(50);
        }
    }

    @Test
    void buildWhenReadThenEachJarKnowsItsGeneration() throws Exception {
        assertThat(text(Generation.P8, PluginPackager.BUILD)).contains("generation=p8", "product=" + PRODUCT);
        assertThat(text(Generation.P7, PluginPackager.BUILD)).contains("generation=p7", "product=" + PRODUCT);
    }

    private static Attributes manifest(Generation generation) throws IOException {
        try (JarFile jar = new JarFile(generation.jar().toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }

    /** Package name to attributes and directives. */
    private static Map<String, List<String>> imports(Generation generation) throws IOException {
        Map<String, List<String>> imports = new LinkedHashMap<>();
        for (String clause : manifest(generation).getValue("Import-Package").split(",", -1)) {
            List<String> parts = List.of(clause.split(";", -1));
            imports.put(parts.get(0), parts.subList(1, parts.size()));
        }
        return imports;
    }

    private static List<String> names(Generation generation) throws IOException {
        try (JarFile jar = new JarFile(generation.jar().toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(java.util.zip.ZipEntry::getName)
                    .toList();
        }
    }

    /** The tables that the stores of the jar are written for. */
    private static List<String> rows(Generation generation) throws IOException {
        return names(generation).stream()
                .filter(name -> name.startsWith("org/scimsuite/atlassian/activeobjects/"))
                .filter(name -> name.endsWith("Row.class"))
                .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                .toList();
    }

    private static byte[] bytes(Generation generation, String name) {
        try (JarFile jar = new JarFile(generation.jar().toFile())) {
            return jar.getInputStream(jar.getEntry(name)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Generation generation, String name) {
        return new String(bytes(generation, name), StandardCharsets.UTF_8);
    }

    private static Set<String> linked(Generation generation, List<String> packages) throws IOException {
        LinkedSignatures signatures = new LinkedSignatures(packages);
        try (JarFile jar = new JarFile(generation.jar().toFile())) {
            for (var entry : java.util.Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class")) {
                    signatures.add(jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        return signatures.lines();
    }

    private static Set<String> linkedBy(Generation generation, String classFile) {
        LinkedSignatures signatures = new LinkedSignatures(List.of("com.atlassian"));
        signatures.add(bytes(generation, classFile));
        return signatures.lines();
    }

    private static Document descriptor(Generation generation) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(generation, "atlassian-plugin.xml")));
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
