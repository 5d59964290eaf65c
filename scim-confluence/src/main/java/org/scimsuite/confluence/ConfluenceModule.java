package org.scimsuite.confluence;

import java.util.List;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.core.product.Product;

/** Confluence's parts. */
public final class ConfluenceModule implements ProductModule {

    /** The group that Confluence makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("confluence-administrators");

    @Override
    public Product product(ProductHost host) {
        return Product.of(host.embeddedCrowd(ADMINISTRATOR_GROUPS));
    }
}
