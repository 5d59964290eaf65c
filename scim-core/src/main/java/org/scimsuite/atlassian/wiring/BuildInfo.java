package org.scimsuite.atlassian.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * What the plugin jar says of itself.
 *
 * @param generation {@code p8} (jakarta) or {@code p7} (javax)
 * @param product the product it was built for, in lower case
 */
public record BuildInfo(String version, String generation, String product) {

    private static final String FILE = "META-INF/scim/build.properties";

    /** Reads the file that the build wrote; "unknown" stands for what it does not say. */
    public static BuildInfo of(ClassLoader loader) {
        Properties properties = new Properties();
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            // said as "unknown"; nothing but a page hangs on it
        }
        return new BuildInfo(
                properties.getProperty("version", "unknown"),
                properties.getProperty("generation", "unknown"),
                properties.getProperty("product", "unknown"));
    }
}
