package org.scimsuite.crowd;

import java.util.List;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.core.product.Product;

/** Crowd's parts. */
public final class CrowdModule implements ProductModule {

    /** The group that Crowd makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("crowd-administrators");

    @Override
    public Product product(ProductHost host) {
        return Product.of(host.embeddedCrowd(ADMINISTRATOR_GROUPS));
    }
}
