package org.scimsuite.workbench.host.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs the sample classes as a plugin jar. */
public final class SamplePlugin {

    private static final String FOLDER = "org/scimsuite/workbench/host/sample/";
    private static final List<String> CLASSES = List.of(
            "SampleConfiguration",
            "Notes",
            "NoteRow",
            "MarkingFilter",
            "MarkingFilter$Hidden",
            "ClosedFilter",
            "OpenServlet",
            "ClosedServlet",
            "SampleResource");
    private static final String IMPORTS = String.join(
            ",",
            "com.atlassian.activeobjects.external",
            "com.atlassian.annotations.security",
            "com.atlassian.plugins.rest.api.security.annotation",
            "com.atlassian.sal.api.transaction",
            "net.java.ao",
            "net.java.ao.schema",
            "jakarta.servlet",
            "jakarta.servlet.http",
            "jakarta.ws.rs",
            "jakarta.ws.rs.core",
            "org.osgi.framework",
            "org.springframework.beans.factory.annotation",
            "org.springframework.context.annotation");

    private SamplePlugin() {}

    /** Writes the jar into the folder; the descriptor is the sample's, or the one given. */
    public static Path pack(Path folder, String... descriptor) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.scimsuite.sample");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Atlassian-Plugin-Key", "org.scimsuite.sample");
        main.putValue("Spring-Context", "*");
        main.putValue("Import-Package", IMPORTS.replace(",", ";version=0,") + ";version=0");
        Path jar = folder.resolve("sample.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String name : CLASSES) {
                copy(out, FOLDER + name + ".class", FOLDER + name + ".class");
            }
            copy(out, "sample/plugin-context.xml", "META-INF/spring/plugin-context.xml");
            copy(out, "sample/sample-texts.properties", "sample-texts.properties");
            if (descriptor.length == 0) {
                copy(out, "sample/atlassian-plugin.xml", "atlassian-plugin.xml");
            } else {
                out.putNextEntry(new JarEntry("atlassian-plugin.xml"));
                out.write(descriptor[0].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void copy(JarOutputStream out, String from, String to) throws IOException {
        out.putNextEntry(new JarEntry(to));
        try (InputStream in = SamplePlugin.class.getClassLoader().getResourceAsStream(from)) {
            in.transferTo(out);
        }
    }
}
