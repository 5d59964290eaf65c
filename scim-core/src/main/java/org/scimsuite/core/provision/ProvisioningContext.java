package org.scimsuite.core.provision;

import org.scimsuite.core.connection.Connection;

/**
 * On whose behalf something is done.
 *
 * @param baseUri the public base URI without a trailing slash, for {@code meta.location}
 */
public record ProvisioningContext(Connection connection, String baseUri, ProvisioningTrace trace) {

    String connectionId() {
        return connection.id();
    }

    long directoryId() {
        return connection.directoryId();
    }
}
