package org.scimsuite.workbench.acceptance;

import java.util.List;

/** How a plugin with tables of its own reaches the product's database; the other plugins do not ask. */
public enum PluginDatabase {
    /** The product lends connections. */
    LENT,
    /** The product lends none; its configuration says where the database is. */
    CONFIGURED;

    List<String> options() {
        return this == LENT ? List.of() : List.of("--without-services=TransactionalExecutorFactory");
    }
}
