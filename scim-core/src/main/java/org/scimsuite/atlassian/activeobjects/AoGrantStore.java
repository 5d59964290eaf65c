package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.GrantStore;

/** Grants in table {@code LOCAL_GRANT}. */
public final class AoGrantStore implements GrantStore {

    private static final String RANGE = "GRANT_KEY > ? AND GRANT_KEY < ?";

    private final Database database;
    private final Tables tables;

    public AoGrantStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public List<Grant> findByUsers(String connectionId, Collection<String> userIds) {
        List<String> hashes =
                userIds.stream().map(id -> KeyHash.of(connectionId, id)).toList();
        return database.read(() -> database.in(GrantRow.class, "USER_HASH", hashes).stream()
                .map(AoGrantStore::grant)
                .toList());
    }

    @Override
    public List<Grant> findByLocalGroup(
            String connectionId, String groupNameKey, Optional<String> afterUserId, int limit) {
        String group = groupKey(connectionId, groupNameKey);
        String after = afterUserId.map(id -> group + userKey(id)).orElse(group);
        Query query = Query.select()
                .where(RANGE, after, group + KeyHash.BEYOND_ORDERED)
                .order("GRANT_KEY")
                .limit(limit);
        return database.read(() -> Arrays.stream(tables.find(GrantRow.class, query))
                .map(AoGrantStore::grant)
                .toList());
    }

    @Override
    public int countByLocalGroup(String connectionId, String groupNameKey) {
        String group = groupKey(connectionId, groupNameKey);
        return database.read(() -> tables.count(GrantRow.class, RANGE, group, group + KeyHash.BEYOND_ORDERED));
    }

    @Override
    public void write(Collection<Grant> given, Collection<Grant> ended, Alongside alongside) {
        Map<String, Grant> rows = new LinkedHashMap<>();
        given.forEach(grant -> rows.put(key(grant), grant));
        List<String> replaced = new ArrayList<>(rows.keySet());
        ended.forEach(grant -> replaced.add(key(grant)));
        database.inTransaction(() -> {
            database.deleteIn(GrantRow.class, "GRANT_KEY", replaced);
            database.insertAll(
                    GrantRow.class,
                    rows.entrySet().stream()
                            .map(row -> columns(row.getKey(), row.getValue()))
                            .toList());
            alongside.write();
        });
        alongside.committed();
    }

    private static String key(Grant grant) {
        return groupKey(grant.connectionId(), DirectoryGroup.nameKey(grant.localGroup())) + userKey(grant.userId());
    }

    private static String groupKey(String connectionId, String groupNameKey) {
        return KeyHash.ordered(connectionId, groupNameKey);
    }

    private static String userKey(String userId) {
        return KeyHash.ordered(userId);
    }

    private static Map<String, Object> columns(String key, Grant grant) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("GRANT_KEY", key);
        columns.put("USER_HASH", KeyHash.of(grant.connectionId(), grant.userId()));
        columns.put("CONNECTION_ID", grant.connectionId());
        columns.put("USER_ID", grant.userId());
        columns.put("LOCAL_GROUP", grant.localGroup());
        columns.put("ORIGIN", grant.origin().name());
        columns.put("SINCE_AT", grant.since().toEpochMilli());
        columns.put("JOURNAL_ID", grant.journalId());
        return columns;
    }

    private static Grant grant(GrantRow row) {
        return new Grant(
                row.getConnectionId(),
                row.getUserId(),
                row.getLocalGroup(),
                Grant.Origin.valueOf(row.getOrigin()),
                Instant.ofEpochMilli(row.getSinceAt()),
                // Oracle keeps an empty text as no value
                Objects.requireNonNullElse(row.getJournalId(), ""));
    }
}
