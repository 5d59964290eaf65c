package org.scimsuite.workbench.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.scimsuite.workbench.packaging.PluginPackager.Job;

/** A small plugin is packaged. */
class PluginPackagerTest {

    private static final String EVERYWHERE = "com.atlassian.sal.api.ApplicationProperties";
    private static final String SEATS = "com.atlassian.jira.Seats";
    private static final String TOKENS = "com.atlassian.seraph.Tokens";
    private static final String SHARED = "org/scimsuite/atlassian/parts/";

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void packagedPlugin() throws Exception {
        jar = folder.resolve("plugin.jar");
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put(
                "org/scimsuite/jira/Module.class",
                classThatKnows(
                        "org/scimsuite/jira/Module",
                        EVERYWHERE,
                        "org.scimsuite.atlassian.parts.remembered.Remembered"));
        content.put(
                "org/scimsuite/jira/seats/Seats.class",
                classThatKnows("org/scimsuite/jira/seats/Seats", EVERYWHERE, SEATS));
        content.put(SHARED + "package-info.class", classThatKnows(SHARED + "package-info"));
        content.put(
                SHARED + "remembered/Remembered.class",
                classThatKnows(SHARED + "remembered/Remembered", TOKENS, SEATS));
        content.put(
                SHARED + "others/Others.class", classThatKnows(SHARED + "others/Others", "com.atlassian.other.Thing"));
        content.put("atlassian-plugin.xml", text("""
                <atlassian-plugin key="sample">
                  <include resource="META-INF/scim/descriptor/common.xml"/>
                  <web-item key="own"/>
                </atlassian-plugin>
                """));
        content.put(
                "META-INF/scim/descriptor/common.xml",
                text("<modules><!-- shared --><servlet key=\"first\"/><servlet key=\"second\"/></modules>"));
        write(content);
        PluginPackager.packageJar(new Job(jar, "sample", "Sample", "1.0", "Somebody", "jira", "p8"));
    }

    @Test
    void signaturesWhenAPartAloneNeedsThemThenTheyStandBehindItsName() throws IOException {
        assertThat(read(PluginPackager.SIGNATURES).lines())
                .containsExactly(
                        "class " + EVERYWHERE,
                        "part remembered",
                        "class " + SEATS,
                        "class " + TOKENS,
                        "part seats",
                        "class " + SEATS);
    }

    @Test
    void sharedPartsWhenTheModuleDoesNotUseThemThenTheyAreLeftOut() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName).filter(name -> name.startsWith(SHARED)))
                    .contains(SHARED + "remembered/Remembered.class")
                    .noneMatch(name -> name.contains("others"));
        }
        assertThat(read(PluginPackager.SIGNATURES)).doesNotContain("com.atlassian.other");
    }

    @Test
    void importsWhenNotEveryProductHasThemThenOptional() throws IOException {
        String imports;
        try (JarFile file = new JarFile(jar.toFile())) {
            imports = file.getManifest().getMainAttributes().getValue("Import-Package");
        }

        assertThat(imports.split(","))
                .contains("com.atlassian.jira;resolution:=optional;version=0", "com.atlassian.sal.api;version=0");
    }

    @Test
    void descriptorWhenItIncludesThenTheModulesStandThereInOrderAndTheIncludedFileIsGone() throws IOException {
        String descriptor = read("atlassian-plugin.xml");

        assertThat(descriptor)
                .containsSubsequence("key=\"first\"", "key=\"second\"", "key=\"own\"")
                .doesNotContain("include", "modules");
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getEntry("META-INF/scim/descriptor/common.xml")).isNull();
        }
    }

    private static byte[] classThatKnows(String name, String... others) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        for (int i = 0; i < others.length; i++) {
            String descriptor = "L" + others[i].replace('.', '/') + ";";
            writer.visitField(Opcodes.ACC_PRIVATE, "field" + i, descriptor, null, null)
                    .visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(Map<String, byte[]> content) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private String read(String path) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new String(file.getInputStream(file.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
