package org.scimsuite.atlassian.wiring;

import org.scimsuite.core.product.Product;

/**
 * What a plugin module hands in; a bean of its Spring context. Signatures of the class that implements it must not name classes
 * of the product that may be missing: Spring reads them all by reflection.
 */
public interface ProductModule {

    /** Puts the product's parts together; called once, and not when the self-check fails. */
    Product product(ProductHost host);
}
