package org.scimsuite.workbench.acceptance;

import java.nio.file.Path;
import java.util.Locale;

/** Which host a test wants. */
public record HostSetup(Product product, Generation generation, Database database, FrontFilters frontFilters) {

    public static HostSetup usual(Product product, Generation generation, Database database) {
        return new HostSetup(product, generation, database, FrontFilters.USUAL);
    }

    /** Returns the same host with these front filters. */
    HostSetup with(FrontFilters filters) {
        return new HostSetup(product, generation, database, filters);
    }

    /** Returns a name for folders and databases. */
    String slug() {
        return (product + "_" + generation + "_" + database + "_" + frontFilters).toLowerCase(Locale.ROOT);
    }

    /** Returns the built plugin jar. */
    Path plugin() {
        return product.plugin(generation);
    }

    @Override
    public String toString() {
        String filters = frontFilters == FrontFilters.USUAL
                ? ""
                : ", " + frontFilters.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return product.word() + " " + generation.word() + " on " + database + filters;
    }
}
