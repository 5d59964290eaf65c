package org.scimsuite.workbench.acceptance;

import java.nio.file.Path;
import java.util.Locale;

/** A product that there is a plugin for. */
public enum Product {
    JIRA,
    CONFLUENCE,
    BITBUCKET,
    CROWD;

    /** Returns the word in the names of the artifacts, which is the context path too. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the built plugin jar for that generation. */
    public Path plugin(Generation generation) {
        String artifact = "scim-" + word();
        return Generation.root()
                .resolve(artifact + "/target/" + artifact + "-" + System.getProperty("acceptance.version") + "-"
                        + generation.word() + ".jar");
    }
}
