package org.scimsuite.bitbucket;

import java.util.List;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.core.product.Product;

/** Bitbucket's parts. */
public final class BitbucketModule implements ProductModule {

    /** Bitbucket makes no group for its administrators; these are the names that administrators usually give it. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("stash-admins", "bitbucket-admins");

    @Override
    public Product product(ProductHost host) {
        return Product.of(host.embeddedCrowd(ADMINISTRATOR_GROUPS));
    }
}
