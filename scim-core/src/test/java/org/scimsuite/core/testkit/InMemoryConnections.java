package org.scimsuite.core.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.connection.AccessToken;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.TokenStore;

/** Connections and tokens in memory. */
public final class InMemoryConnections implements ConnectionStore, TokenStore {

    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final Map<String, AccessToken> tokens = new LinkedHashMap<>();
    private int touches;
    private int lookUps;
    private int lists;

    /** How often a use was noted. */
    public synchronized int touches() {
        return touches;
    }

    /** How often a token was looked up. */
    public synchronized int lookUps() {
        return lookUps;
    }

    /** How often all connections were asked for. */
    public synchronized int lists() {
        return lists;
    }

    @Override
    public synchronized List<Connection> findAll() {
        lists++;
        return connections.values().stream()
                .sorted(Comparator.comparing(Connection::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    @Override
    public synchronized Optional<Connection> find(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public synchronized boolean insert(Connection connection) {
        boolean taken =
                connections.values().stream().anyMatch(other -> other.name().equalsIgnoreCase(connection.name()));
        if (!taken) {
            connections.put(connection.id(), connection);
        }
        return !taken;
    }

    @Override
    public synchronized boolean update(Connection connection) {
        Connection stored = connections.get(connection.id());
        if (stored == null || stored.version() != connection.version() - 1) {
            return false;
        }
        connections.put(connection.id(), connection);
        return true;
    }

    @Override
    public synchronized void delete(String id) {
        connections.remove(id);
        tokens.values().removeIf(token -> token.connectionId().equals(id));
    }

    @Override
    public synchronized List<AccessToken> findByConnection(String connectionId) {
        return tokens.values().stream()
                .filter(token -> token.connectionId().equals(connectionId))
                .sorted(Comparator.comparing(AccessToken::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<AccessToken> findBySha256(String sha256) {
        lookUps++;
        return tokens.values().stream()
                .filter(token -> token.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    public synchronized void insert(AccessToken token) {
        tokens.put(token.id(), token);
    }

    @Override
    public synchronized boolean revoke(String connectionId, String tokenId, Instant when) {
        AccessToken token = tokens.get(tokenId);
        if (token == null || !token.connectionId().equals(connectionId)) {
            return false;
        }
        tokens.put(
                tokenId,
                new AccessToken(
                        tokenId,
                        connectionId,
                        token.label(),
                        token.scope(),
                        token.sha256(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedAt(),
                        Optional.of(when)));
        return true;
    }

    @Override
    public synchronized void touch(String tokenId, Instant when) {
        touches++;
        tokens.computeIfPresent(
                tokenId,
                (id, token) -> new AccessToken(
                        id,
                        token.connectionId(),
                        token.label(),
                        token.scope(),
                        token.sha256(),
                        token.createdAt(),
                        token.expiresAt(),
                        Optional.of(when),
                        token.revokedAt()));
    }
}
