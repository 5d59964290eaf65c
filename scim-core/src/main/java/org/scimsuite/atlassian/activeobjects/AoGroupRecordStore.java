package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MemberChange;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/** Group records in table {@code GROUP_RECORD}. */
public final class AoGroupRecordStore implements GroupRecordStore {

    private final Database database;
    private final Tables tables;
    private final CompareAndSet compareAndSet;
    private final Memberships memberships;

    public AoGroupRecordStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
        this.compareAndSet = new CompareAndSet(database);
        this.memberships = new Memberships(database);
    }

    @Override
    public Optional<GroupRecord> findById(String connectionId, String scimId) {
        return database.read(
                () -> row("RECORD_KEY", KeyHash.of(connectionId, scimId)).map(AoGroupRecordStore::record));
    }

    @Override
    public Optional<GroupRecord> findByNameKey(String connectionId, String nameKey) {
        return database.read(
                () -> row("NAME_HASH", KeyHash.of(connectionId, nameKey)).map(AoGroupRecordStore::record));
    }

    @Override
    public List<GroupRecord> findByExternalId(String connectionId, String externalId) {
        return records(Query.select()
                .where("EXTERNAL_HASH = ?", KeyHash.of(connectionId, externalId))
                .order("ID"));
    }

    @Override
    public List<GroupRecord> findByIds(String connectionId, Collection<String> scimIds) {
        return findByHashes("RECORD_KEY", connectionId, scimIds);
    }

    @Override
    public List<GroupRecord> findByExternalIds(String connectionId, Collection<String> externalIds) {
        return findByHashes("EXTERNAL_HASH", connectionId, externalIds);
    }

    private List<GroupRecord> findByHashes(String column, String connectionId, Collection<String> ids) {
        List<String> hashes =
                ids.stream().map(id -> KeyHash.of(connectionId, id)).toList();
        return database.read(() -> database.in(GroupRecordRow.class, column, hashes).stream()
                .map(AoGroupRecordStore::record)
                .toList());
    }

    @Override
    public List<GroupRecord> page(String connectionId, Optional<String> afterNameKey, int limit) {
        String after =
                afterNameKey.map(nameKey -> SortKey.of(connectionId, nameKey)).orElse(SortKey.first(connectionId));
        return records(behind(connectionId, after).limit(limit));
    }

    @Override
    public List<GroupRecord> page(String connectionId, int offset, int limit) {
        return records(
                behind(connectionId, SortKey.first(connectionId)).offset(offset).limit(limit));
    }

    private static Query behind(String connectionId, String sortKey) {
        return Query.select()
                .where(
                        "SORT_KEY > ? AND SORT_KEY < ? AND CONNECTION_ID = ?",
                        sortKey,
                        SortKey.last(connectionId),
                        connectionId)
                .order("SORT_KEY");
    }

    private List<GroupRecord> records(Query query) {
        return database.read(() -> Arrays.stream(tables.find(GroupRecordRow.class, query))
                .map(AoGroupRecordStore::record)
                .toList());
    }

    @Override
    public int count(String connectionId) {
        return database.read(() -> tables.count(GroupRecordRow.class, "CONNECTION_ID = ?", connectionId));
    }

    @Override
    public boolean insert(
            GroupRecord record, Collection<GroupMember> members, Optional<String> journalId, Alongside alongside) {
        boolean inserted = database.unlessTaken(
                        () -> {
                            tables.create(GroupRecordRow.class, columns(record));
                            memberships.insert(
                                    record.connectionId(), record.scimId(), members, joining(record, journalId));
                            alongside.write();
                            return Boolean.TRUE;
                        },
                        () -> isNameTakenByAnother(record))
                .isPresent();
        if (inserted) {
            alongside.committed();
        }
        return inserted;
    }

    @Override
    public UpdateResult update(
            GroupRecord record,
            long expectedVersion,
            MemberChange members,
            Optional<String> journalId,
            Alongside alongside) {
        UpdateResult result = database.unlessTaken(
                        () -> updateInTransaction(record, expectedVersion, members, journalId, alongside),
                        () -> isNameTakenByAnother(record))
                .orElse(UpdateResult.NAME_TAKEN);
        if (result == UpdateResult.UPDATED) {
            alongside.committed();
        }
        return result;
    }

    private UpdateResult updateInTransaction(
            GroupRecord record,
            long expectedVersion,
            MemberChange members,
            Optional<String> journalId,
            Alongside alongside) {
        Optional<GroupRecordRow> row = locked(record, expectedVersion);
        if (row.isEmpty()) {
            return UpdateResult.STALE;
        }
        fill(row.get(), record);
        row.get().save();
        memberships.change(record.connectionId(), record.scimId(), members, joining(record, journalId));
        alongside.write();
        return UpdateResult.UPDATED;
    }

    private static Memberships.Joining joining(GroupRecord record, Optional<String> journalId) {
        return new Memberships.Joining(record.lastModified(), journalId);
    }

    @Override
    public boolean delete(GroupRecord record, Instant now, Alongside alongside) {
        boolean deleted = database.inTransaction(() -> {
            Optional<GroupRecordRow> row = locked(record, record.version());
            if (row.isPresent()) {
                memberships.leaveAll(record.connectionId(), record.scimId(), now);
                memberships.deleteAll(record.connectionId(), record.scimId());
                tables.delete(row.get());
                alongside.write();
            }
            return row.isPresent();
        });
        if (deleted) {
            alongside.committed();
            // a group joined at the same moment was not seen in that transaction
            leaveAll(record.connectionId(), record.scimId(), now);
        }
        return deleted;
    }

    @Override
    public void arrive(String connectionId, Collection<String> parkedIds, GroupMember member, Instant now) {
        database.inTransaction(() -> memberships.arrive(connectionId, parkedIds, member, now));
    }

    @Override
    public void leaveAll(String connectionId, String memberId, Instant now) {
        database.inTransaction(() -> memberships.leaveAll(connectionId, memberId, now));
    }

    /** The row of a record, locked until the end of the transaction; empty when it has another version. */
    private Optional<GroupRecordRow> locked(GroupRecord record, long version) {
        return row("RECORD_KEY", KeyHash.of(record.connectionId(), record.scimId()))
                .filter(row -> {
                    row.setClaim(CompareAndSet.claim());
                    return compareAndSet.lockAtRevision(GroupRecordRow.class, row, version);
                });
    }

    private boolean isNameTakenByAnother(GroupRecord record) {
        return row("NAME_HASH", KeyHash.of(record.connectionId(), record.nameKey()))
                .filter(row -> !row.getScimId().equals(record.scimId()))
                .isPresent();
    }

    private Optional<GroupRecordRow> row(String column, String key) {
        return database.one(GroupRecordRow.class, column, key);
    }

    private static Map<String, Object> columns(GroupRecord record) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("RECORD_KEY", KeyHash.of(record.connectionId(), record.scimId()));
        columns.put("NAME_HASH", KeyHash.of(record.connectionId(), record.nameKey()));
        columns.put("SORT_KEY", SortKey.of(record.connectionId(), record.nameKey()));
        columns.put("CONNECTION_ID", record.connectionId());
        columns.put("SCIM_ID", record.scimId());
        columns.put("DISPLAY_NAME", record.displayName());
        columns.put("FIRST_NAME", record.firstName());
        record.externalId().ifPresent(id -> {
            columns.put("EXTERNAL_HASH", KeyHash.of(record.connectionId(), id));
            columns.put("EXTERNAL_ID", id);
        });
        columns.put("SCIM_ATTRIBUTES", record.resource());
        columns.put("CREATED_AT", record.created().toEpochMilli());
        columns.put("MODIFIED_AT", record.lastModified().toEpochMilli());
        columns.put("REVISION", record.version());
        return columns;
    }

    private static void fill(GroupRecordRow row, GroupRecord record) {
        row.setNameHash(KeyHash.of(record.connectionId(), record.nameKey()));
        row.setSortKey(SortKey.of(record.connectionId(), record.nameKey()));
        row.setDisplayName(record.displayName());
        row.setExternalHash(record.externalId()
                .map(id -> KeyHash.of(record.connectionId(), id))
                .orElse(null));
        row.setExternalId(record.externalId().orElse(null));
        row.setScimAttributes(record.resource());
        row.setModifiedAt(record.lastModified().toEpochMilli());
        row.setRevision(record.version());
    }

    private static GroupRecord record(GroupRecordRow row) {
        return new GroupRecord(
                row.getScimId(),
                row.getConnectionId(),
                row.getDisplayName(),
                Optional.ofNullable(row.getFirstName()).orElse(row.getDisplayName()),
                Optional.ofNullable(row.getExternalId()),
                row.getScimAttributes(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getModifiedAt()),
                row.getRevision());
    }
}
