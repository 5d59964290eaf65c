package org.scimsuite.jira;

import java.util.List;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.core.product.Product;

/** Jira's parts. */
public final class JiraModule implements ProductModule {

    /** The group that Jira makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("jira-administrators");

    @Override
    public Product product(ProductHost host) {
        return Product.of(host.embeddedCrowd(ADMINISTRATOR_GROUPS));
    }
}
