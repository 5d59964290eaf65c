package org.scimsuite.workbench.acceptance;

import java.nio.file.Path;

/** A generation of the Atlassian platform, with the jars that are made for it. */
public enum Generation {
    /** Platform 8: jakarta. */
    P8("p8", "workbench/host/target/host-p8"),
    /** Platform 7: javax. */
    P7("p7", "workbench/host-p7/target/host-p7");

    private final String word;
    private final String host;

    Generation(String word, String host) {
        this.word = word;
        this.host = host;
    }

    /** Returns the word that ends the names of the artifacts. */
    public String word() {
        return word;
    }

    /** Returns the folder of the built host, with {@code lib} and {@code bundles}. */
    Path host() {
        return root().resolve(host);
    }

    /** Returns the folder of the host's libraries. */
    public Path libraries() {
        return host().resolve("lib");
    }

    static Path root() {
        return Path.of(System.getProperty("acceptance.root")).toAbsolutePath().normalize();
    }
}
