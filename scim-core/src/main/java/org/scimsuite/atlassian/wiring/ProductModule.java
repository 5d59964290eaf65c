package org.scimsuite.atlassian.wiring;

import org.scimsuite.atlassian.activeobjects.HostTables;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.scimsuite.core.product.Product;

/**
 * What a plugin module hands in; a bean of its Spring context. Signatures of the class that implements it must not name classes
 * of the product that may be missing: Spring reads them all by reflection.
 */
public interface ProductModule {

    /** Puts the product's parts together; called once, and not when the self-check fails. */
    Product product(ProductHost host);

    /** Where the plugin keeps what it knows, asked for once; unless a product lacks it, the product's Active Objects. */
    default Tables tables(ProductHost host) {
        return HostTables.over(host.services()::lazy);
    }
}
