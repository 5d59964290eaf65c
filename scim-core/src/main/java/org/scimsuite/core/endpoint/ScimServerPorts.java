package org.scimsuite.core.endpoint;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.scimsuite.core.admin.Background;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.TokenStore;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.Locks;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.store.ExtensionSchemaStore;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.SecretStore;

/**
 * Everything a {@link ScimServer} needs from the world.
 *
 * @param random cryptographically strong, such as {@code new SecureRandom()}; makes ids and tokens
 */
public record ScimServerPorts(
        Product product,
        ProvisioningStores records,
        MappingStore mappings,
        ExtensionSchemaStore schemas,
        ConnectionStore connections,
        TokenStore tokens,
        JournalStore journal,
        SecretStore secrets,
        Locks locks,
        Background background,
        Clock clock,
        RandomGenerator random) {}
