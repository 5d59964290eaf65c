package org.scimsuite.workbench.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The mappings that exchanges need, as bundles: documents of the format that an admin imports. */
public final class Mappings {

    private Mappings() {}

    /**
     * Reads one mapping from the class path.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String bundle(String name) {
        try (InputStream file = Mappings.class.getResourceAsStream("/mappings/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no mapping " + name + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping " + name + " cannot be read.", e);
        }
    }
}
