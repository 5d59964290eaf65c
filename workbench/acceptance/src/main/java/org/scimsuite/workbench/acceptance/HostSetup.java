package org.scimsuite.workbench.acceptance;

import java.util.Locale;

/** Which host a test wants. */
public record HostSetup(Generation generation, Database database, FrontFilters frontFilters) {

    public static HostSetup usual(Generation generation, Database database) {
        return new HostSetup(generation, database, FrontFilters.USUAL);
    }

    /** Returns a name for folders and databases. */
    String slug() {
        return (generation + "_" + database + "_" + frontFilters).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        String filters = frontFilters == FrontFilters.USUAL
                ? ""
                : ", " + frontFilters.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return generation.word() + " on " + database + filters;
    }
}
