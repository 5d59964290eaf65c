package org.scimsuite.core.provision;

import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.dialect.Notes;

/**
 * On whose behalf something is done.
 *
 * @param baseUri the public base URI without a trailing slash, for {@code meta.location}
 * @param notes of the request, for the journal
 */
public record ProvisioningContext(Connection connection, String baseUri, ProvisioningTrace trace, Notes notes) {

    String connectionId() {
        return connection.id();
    }

    long directoryId() {
        return connection.directoryId();
    }
}
