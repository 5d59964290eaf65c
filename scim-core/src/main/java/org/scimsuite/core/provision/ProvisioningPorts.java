package org.scimsuite.core.provision;

import java.time.Clock;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.Product;

/**
 * Everything that provisioning needs from the world.
 *
 * @param connections those of a directory, asked for with every change of memberships
 * @param ids gives a new id with each call
 */
public record ProvisioningPorts(
        Product product,
        ProvisioningStores stores,
        MappingSource mappings,
        LongFunction<List<Connection>> connections,
        Locks locks,
        Clock clock,
        Supplier<String> ids) {

    UserDirectoryPort directory() {
        return product.directory();
    }
}
