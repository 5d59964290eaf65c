package org.scimsuite.workbench.host.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** What one product has and the others have not: services for plugins, and the host's window on what lies behind them. */
public interface ProductState {

    /** The services that a plugin finds beside those that all products offer, by their interfaces. */
    Map<Class<?>, Object> services();

    /** What lies behind them, as tests see it. */
    default JsonNode show() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Changes it, as an admin or a user of the product would.
     *
     * @throws IllegalArgumentException with a readable sentence when the order makes no sense
     */
    default void order(JsonNode order) {
        throw new IllegalArgumentException("This product takes no orders");
    }
}
