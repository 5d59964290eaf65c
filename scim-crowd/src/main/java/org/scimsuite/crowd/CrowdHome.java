package org.scimsuite.crowd;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Where Crowd keeps its configuration. */
final class CrowdHome {

    private static final String HOME = "crowd.home";

    private CrowdHome() {}

    /** The class loader of Crowd itself, which has the drivers and the JNDI names that its configuration speaks of. */
    static ClassLoader loader() {
        return DirectoryManager.class.getClassLoader();
    }

    /**
     * The file that says where the database is.
     *
     * @throws IllegalStateException with a readable sentence when it is not found
     */
    static Path configuration() {
        return configuration(homes(loader()));
    }

    static Path configuration(List<Path> homes) {
        return homes.stream()
                .flatMap(home -> Stream.of(home.resolve("shared/crowd.cfg.xml"), home.resolve("crowd.cfg.xml")))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Crowd's crowd.cfg.xml is not found, which says where its database is; looked below " + homes
                                + ". Start Crowd with -Dcrowd.home=<its home directory>."));
    }

    /** As Crowd is told: by a system property, or by a file in its web application. */
    static List<Path> homes(ClassLoader crowd) {
        return Stream.of(
                        Optional.ofNullable(System.getProperty(HOME)),
                        inWebApplication(crowd),
                        Optional.ofNullable(System.getenv("CROWD_HOME")))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(home -> !home.isEmpty())
                .map(Path::of)
                .distinct()
                .toList();
    }

    private static Optional<String> inWebApplication(ClassLoader crowd) {
        try (InputStream file = crowd.getResourceAsStream("crowd-init.properties")) {
            if (file == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(file);
            return Optional.ofNullable(properties.getProperty(HOME));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
