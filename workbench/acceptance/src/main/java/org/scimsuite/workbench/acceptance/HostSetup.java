package org.scimsuite.workbench.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which host a test wants. */
public record HostSetup(
        Product product,
        Generation generation,
        Database database,
        FrontFilters frontFilters,
        PluginDatabase pluginDatabase) {

    public static HostSetup usual(Product product, Generation generation, Database database) {
        return new HostSetup(product, generation, database, FrontFilters.USUAL, PluginDatabase.LENT);
    }

    /** Returns the same host with these front filters. */
    HostSetup with(FrontFilters filters) {
        return new HostSetup(product, generation, database, filters, pluginDatabase);
    }

    /** Returns the same host with this way to the database. */
    HostSetup with(PluginDatabase way) {
        return new HostSetup(product, generation, database, frontFilters, way);
    }

    /** Returns a name for folders and databases. */
    String slug() {
        String way = pluginDatabase == PluginDatabase.LENT ? "" : "_" + pluginDatabase;
        return (product + "_" + generation + "_" + database + way + "_" + frontFilters).toLowerCase(Locale.ROOT);
    }

    /** Returns the host's options; what is open in the products is played one way for one generation, and the other for the other. */
    List<String> options() {
        List<String> options = new ArrayList<>(frontFilters.options());
        options.add("--ao-reads=" + (generation == Generation.P7 ? "in-transaction" : "anywhere"));
        return options;
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
        String way = pluginDatabase == PluginDatabase.LENT ? "" : ", database as configured";
        return product.word() + " " + generation.word() + " on " + database + filters + way;
    }
}
