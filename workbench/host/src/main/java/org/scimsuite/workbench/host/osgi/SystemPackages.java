package org.scimsuite.workbench.host.osgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The host packages a plugin may import: all packages of the libraries that hold the given classes. */
final class SystemPackages {

    private SystemPackages() {}

    /** The value of {@code org.osgi.framework.system.packages.extra}. */
    static String exports(List<Class<?>> oneOfEachLibrary) {
        TreeSet<String> exports = new TreeSet<>();
        for (Class<?> type : oneOfEachLibrary) {
            Package holder = type.getPackage();
            String version = version(holder.getImplementationVersion());
            for (String name : packages(library(type))) {
                exports.add(name + ";version=\"" + version + '"');
            }
        }
        return String.join(",", exports);
    }

    /** The numeric head of a library's version; OSGi understands no more. */
    static String version(String implementationVersion) {
        if (implementationVersion == null) {
            return "1.0.0";
        }
        String head = implementationVersion.replaceFirst("^(\\d+(?:\\.\\d+){0,2}).*$", "$1");
        return head.matches("[\\d.]+") ? head : "1.0.0";
    }

    private static Path library(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A library has an odd place", e);
        }
    }

    private static Set<String> packages(Path library) {
        try {
            if (Files.isDirectory(library)) {
                return packagesBelow(library);
            }
            try (FileSystem jar = FileSystems.newFileSystem(library)) {
                return packagesBelow(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The library " + library + " cannot be read", e);
        }
    }

    private static Set<String> packagesBelow(Path root) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file.toAbsolutePath().startsWith(root) ? file : file.toAbsolutePath()))
                    .map(Path::getParent)
                    .filter(folder -> folder != null && !folder.startsWith("META-INF"))
                    .forEach(folder ->
                            names.add(folder.toString().replace('\\', '/').replace('/', '.')));
        }
        return names;
    }
}
