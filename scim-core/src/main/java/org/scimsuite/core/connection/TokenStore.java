package org.scimsuite.core.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens are kept. Every method is one transaction of its own. */
public interface TokenStore {

    /** The tokens of a connection, newest first, expired and revoked ones included. */
    List<AccessToken> findByConnection(String connectionId);

    Optional<AccessToken> findBySha256(String sha256);

    void insert(AccessToken token);

    /** Marks the token revoked; false when there is none of that id in that connection. */
    boolean revoke(String connectionId, String tokenId, Instant when);

    /** Notes a use; callers throttle. */
    void touch(String tokenId, Instant when);
}
