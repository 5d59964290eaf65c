package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.connection.AccessToken;
import org.scimsuite.core.connection.TokenScope;
import org.scimsuite.core.connection.TokenStore;

/** Tokens in table {@code TOKEN}. */
public final class AoTokenStore implements TokenStore {

    private final Database database;
    private final Tables tables;

    public AoTokenStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public List<AccessToken> findByConnection(String connectionId) {
        return database.inTransaction(() -> Arrays.stream(tables.find(
                        TokenRow.class,
                        Query.select().where("CONNECTION_ID = ?", connectionId).order("CREATED_AT DESC, ID DESC")))
                .map(AoTokenStore::token)
                .toList());
    }

    @Override
    public Optional<AccessToken> findBySha256(String sha256) {
        return database.inTransaction(
                () -> database.one(TokenRow.class, "TOKEN_HASH", sha256).map(AoTokenStore::token));
    }

    @Override
    public void insert(AccessToken token) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("TOKEN_ID", token.id());
        columns.put("TOKEN_HASH", token.sha256());
        columns.put("CONNECTION_ID", token.connectionId());
        columns.put("LABEL", token.label());
        columns.put("TOKEN_SCOPE", token.scope().name());
        columns.put("CREATED_AT", token.createdAt().toEpochMilli());
        token.expiresAt().ifPresent(when -> columns.put("EXPIRES_AT", when.toEpochMilli()));
        token.lastUsedAt().ifPresent(when -> columns.put("LAST_USED_AT", when.toEpochMilli()));
        token.revokedAt().ifPresent(when -> columns.put("REVOKED_AT", when.toEpochMilli()));
        database.inTransaction(() -> {
            tables.create(TokenRow.class, columns);
        });
    }

    @Override
    public boolean revoke(String connectionId, String tokenId, Instant when) {
        return database.inTransaction(() -> {
            Optional<TokenRow> row = database.one(TokenRow.class, "TOKEN_ID", tokenId)
                    .filter(token -> token.getConnectionId().equals(connectionId));
            // the first revocation is the one that counts
            row.filter(token -> token.getRevokedAt() == null).ifPresent(token -> {
                token.setRevokedAt(when.toEpochMilli());
                token.save();
            });
            return row.isPresent();
        });
    }

    @Override
    public void touch(String tokenId, Instant when) {
        database.inTransaction(
                () -> database.one(TokenRow.class, "TOKEN_ID", tokenId).ifPresent(token -> {
                    token.setLastUsedAt(when.toEpochMilli());
                    token.save();
                }));
    }

    private static AccessToken token(TokenRow row) {
        return new AccessToken(
                row.getTokenId(),
                row.getConnectionId(),
                Objects.requireNonNullElse(row.getLabel(), ""),
                Optional.ofNullable(row.getTokenScope())
                        .map(TokenScope::valueOf)
                        .orElse(TokenScope.WRITE),
                row.getTokenHash(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                instant(row.getExpiresAt()),
                instant(row.getLastUsedAt()),
                instant(row.getRevokedAt()));
    }

    private static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
