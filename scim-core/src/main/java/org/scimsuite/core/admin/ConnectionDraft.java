package org.scimsuite.core.admin;

import java.util.Optional;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.ProtocolSettings;

/**
 * The settings of a connection as an administrator wishes them.
 *
 * @param name 1 to 100 characters, unique without regard to case; blanks around it are dropped
 * @param directoryId where the people of this provider live; cannot be changed later
 * @param requestsPerSecond 1 to 100,000
 * @param successor the name of an active user, in any directory
 */
public record ConnectionDraft(
        String name,
        long directoryId,
        DeletePolicy deletePolicy,
        ConnectionMode mode,
        ProtocolSettings protocol,
        int requestsPerSecond,
        Optional<String> successor) {

    /** Nothing of leavers is handed over. */
    public ConnectionDraft(
            String name,
            long directoryId,
            DeletePolicy deletePolicy,
            ConnectionMode mode,
            ProtocolSettings protocol,
            int requestsPerSecond) {
        this(name, directoryId, deletePolicy, mode, protocol, requestsPerSecond, Optional.empty());
    }

    /** With the rate that suits every identity provider we know. */
    public ConnectionDraft(
            String name, long directoryId, DeletePolicy deletePolicy, ConnectionMode mode, ProtocolSettings protocol) {
        this(name, directoryId, deletePolicy, mode, protocol, Connection.DEFAULT_REQUESTS_PER_SECOND);
    }

    /** With the protocol settings that suit every identity provider we know. */
    public ConnectionDraft(String name, long directoryId, DeletePolicy deletePolicy, ConnectionMode mode) {
        this(name, directoryId, deletePolicy, mode, ProtocolSettings.COMPATIBLE);
    }
}
