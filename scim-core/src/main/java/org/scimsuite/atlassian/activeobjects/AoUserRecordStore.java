package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** User records in table {@code USER_RECORD}. */
public final class AoUserRecordStore implements UserRecordStore {

    private final Database database;
    private final Tables tables;
    private final Memberships memberships;

    public AoUserRecordStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
        this.memberships = new Memberships(database);
    }

    @Override
    public Optional<UserRecord> findById(String connectionId, String scimId) {
        return database.read(
                () -> row("RECORD_KEY", recordKey(connectionId, scimId)).map(AoUserRecordStore::record));
    }

    @Override
    public List<UserRecord> findByIds(String connectionId, Collection<String> scimIds) {
        return findByHashes(
                "RECORD_KEY",
                scimIds.stream().map(id -> recordKey(connectionId, id)).toList());
    }

    @Override
    public Optional<UserRecord> findByNameKey(String connectionId, String nameKey) {
        return database.read(
                () -> row("NAME_HASH", nameHash(connectionId, nameKey)).map(AoUserRecordStore::record));
    }

    @Override
    public List<UserRecord> findByExternalId(String connectionId, String externalId) {
        return database.read(() -> records(Query.select()
                .where("EXTERNAL_HASH = ?", externalHash(connectionId, externalId))
                .order("ID")));
    }

    @Override
    public List<UserRecord> findByExternalIds(String connectionId, Collection<String> externalIds) {
        return findByHashes(
                "EXTERNAL_HASH",
                externalIds.stream().map(id -> externalHash(connectionId, id)).toList());
    }

    @Override
    public List<UserRecord> findByNameKeys(String connectionId, Collection<String> nameKeys) {
        return findByHashes(
                "NAME_HASH",
                nameKeys.stream()
                        .map(nameKey -> nameHash(connectionId, nameKey))
                        .toList());
    }

    @Override
    public List<UserRecord> findByDirectoryExternalIds(String connectionId, Collection<String> directoryExternalIds) {
        return findByHashes(
                "DIRECTORY_HASH",
                directoryExternalIds.stream()
                        .map(id -> directoryHash(connectionId, id))
                        .toList());
    }

    @Override
    public List<UserRecord> page(String connectionId, Optional<String> afterNameKey, int limit) {
        String after =
                afterNameKey.map(nameKey -> SortKey.of(connectionId, nameKey)).orElse(SortKey.first(connectionId));
        return database.read(() -> records(Query.select()
                .where(
                        "SORT_KEY > ? AND SORT_KEY < ? AND CONNECTION_ID = ?",
                        after,
                        SortKey.last(connectionId),
                        connectionId)
                .order("SORT_KEY")
                .limit(limit)));
    }

    @Override
    public int count(String connectionId) {
        return database.read(() -> tables.count(UserRecordRow.class, "CONNECTION_ID = ?", connectionId));
    }

    @Override
    public Collection<String> nameKeys(String connectionId, UserRecord.Lifecycle lifecycle) {
        return database.read(() ->
                records(Query.select().where("CONNECTION_ID = ? AND LIFECYCLE = ?", connectionId, lifecycle.name()))
                        .stream()
                        .map(UserRecord::nameKey)
                        .toList());
    }

    @Override
    public List<UserRecord> findPending(String connectionId) {
        return database.read(() -> records(Query.select()
                .where("CONNECTION_ID = ? AND PROGRESS = ?", connectionId, UserRecord.Progress.PENDING.name())));
    }

    private List<UserRecord> findByHashes(String column, List<String> hashes) {
        return database.read(() -> database.in(UserRecordRow.class, column, hashes).stream()
                .map(AoUserRecordStore::record)
                .toList());
    }

    @Override
    public boolean insert(UserRecord record, Alongside alongside) {
        boolean inserted = database.unlessTaken(
                        () -> {
                            create(record);
                            alongside.write();
                            return Boolean.TRUE;
                        },
                        () -> row("NAME_HASH", nameHash(record.connectionId(), record.nameKey()))
                                .isPresent())
                .isPresent();
        if (inserted) {
            alongside.committed();
        }
        return inserted;
    }

    private void create(UserRecord record) {
        tables.create(UserRecordRow.class, columns(record));
    }

    @Override
    public UpdateResult update(UserRecord record, long expectedVersion, Alongside alongside) {
        UpdateResult result = database.unlessTaken(
                        () -> updateInTransaction(record, expectedVersion, alongside),
                        () -> isNameTakenByAnother(record))
                .orElse(UpdateResult.NAME_TAKEN);
        if (result == UpdateResult.UPDATED) {
            alongside.committed();
            if (isGone(record)) {
                leaveAll(record.connectionId(), record.scimId(), record.lastModified());
            }
        }
        return result;
    }

    private static boolean isGone(UserRecord record) {
        return record.isDeleted() && !record.isPending();
    }

    /** Once more behind the transaction in which it became so: a group joined at the same moment was not seen in there. */
    private void leaveAll(String connectionId, String scimId, Instant now) {
        database.inTransaction(() -> memberships.leaveAll(connectionId, scimId, now));
    }

    private UpdateResult updateInTransaction(UserRecord record, long expectedVersion, Alongside alongside) {
        boolean settles = record.version() == expectedVersion && !record.isPending();
        if (settles ? !settle(record) : !supersede(record, expectedVersion)) {
            return UpdateResult.STALE;
        }
        if (isGone(record)) {
            memberships.leaveAll(record.connectionId(), record.scimId(), record.lastModified());
        }
        alongside.write();
        return UpdateResult.UPDATED;
    }

    private boolean supersede(UserRecord record, long expectedVersion) {
        if (!remove(record.connectionId(), record.scimId(), expectedVersion)) {
            return false;
        }
        create(record);
        return true;
    }

    /**
     * Writes what {@link UserRecord#applied} changes, which keeps the version: those columns and not the large one, which has to be
     * the same. Whoever changes it puts another row in the place of this one; so this one was not superseded if it is there
     * still when the update has locked it.
     */
    private boolean settle(UserRecord record) {
        Optional<UserRecordRow> found = row("RECORD_KEY", recordKey(record.connectionId(), record.scimId()))
                .filter(row -> row.getRevision() == record.version()
                        && Objects.requireNonNullElse(row.getScimAttributes(), "")
                                .equals(record.resource()));
        if (found.isEmpty()) {
            return false;
        }
        UserRecordRow row = found.get();
        row.setNameHash(nameHash(record.connectionId(), record.nameKey()));
        row.setSortKey(SortKey.of(record.connectionId(), record.nameKey()));
        row.setNameKey(record.nameKey());
        row.setDirectoryName(record.directoryName());
        row.setDirectoryExternalId(record.directoryExternalId().orElse(null));
        row.setDirectoryHash(record.directoryExternalId()
                .map(id -> directoryHash(record.connectionId(), id))
                .orElse(null));
        row.setProgress(record.progress().name());
        row.save();
        return tables.count(UserRecordRow.class, "ID = ?", row.getID()) == 1;
    }

    @Override
    public boolean replace(UserRecord old, UserRecord successor, Alongside alongside) {
        boolean replaced = database.unlessTaken(() -> replaceInTransaction(old, successor, alongside), () -> row(
                                "NAME_HASH", nameHash(successor.connectionId(), successor.nameKey()))
                        .filter(row -> !row.getScimId().equals(old.scimId()))
                        .isPresent())
                .orElse(false);
        if (replaced) {
            alongside.committed();
            leaveAll(old.connectionId(), old.scimId(), successor.lastModified());
        }
        return replaced;
    }

    private boolean replaceInTransaction(UserRecord old, UserRecord successor, Alongside alongside) {
        if (!remove(old.connectionId(), old.scimId(), old.version())) {
            return false;
        }
        memberships.leaveAll(old.connectionId(), old.scimId(), successor.lastModified());
        create(successor);
        alongside.write();
        return true;
    }

    /**
     * Removes the row if it has this revision still; the database decides, whoever else asks. Active Objects has no conditional
     * update, but a conditional delete: so a row is changed by putting another one in its place, in one transaction. That takes
     * two statements, where finding, claiming, comparing and writing the row would take four.
     */
    private boolean remove(String connectionId, String scimId, long revision) {
        return tables.deleteWithSQL(
                        UserRecordRow.class,
                        "RECORD_KEY = ? AND REVISION = ?",
                        recordKey(connectionId, scimId),
                        revision)
                == 1;
    }

    private boolean isNameTakenByAnother(UserRecord record) {
        return row("NAME_HASH", nameHash(record.connectionId(), record.nameKey()))
                .filter(row -> !row.getScimId().equals(record.scimId()))
                .isPresent();
    }

    @Override
    public void delete(String connectionId, String scimId) {
        Optional<Instant> removed = database.inTransaction(
                () -> row("RECORD_KEY", recordKey(connectionId, scimId)).map(this::remove));
        removed.ifPresent(lastModified -> leaveAll(connectionId, scimId, lastModified));
    }

    private Instant remove(UserRecordRow row) {
        Instant lastModified = Instant.ofEpochMilli(row.getModifiedAt());
        memberships.leaveAll(row.getConnectionId(), row.getScimId(), lastModified);
        tables.delete(row);
        return lastModified;
    }

    private Optional<UserRecordRow> row(String column, String key) {
        return database.one(UserRecordRow.class, column, key);
    }

    private List<UserRecord> records(Query query) {
        return Arrays.stream(tables.find(UserRecordRow.class, query))
                .map(AoUserRecordStore::record)
                .toList();
    }

    private static String recordKey(String connectionId, String scimId) {
        return KeyHash.of(connectionId, scimId);
    }

    private static String nameHash(String connectionId, String nameKey) {
        return KeyHash.of(connectionId, nameKey);
    }

    private static String externalHash(String connectionId, String externalId) {
        return KeyHash.of(connectionId, externalId);
    }

    private static String directoryHash(String connectionId, String directoryExternalId) {
        return KeyHash.of(connectionId, directoryExternalId);
    }

    private static Map<String, Object> columns(UserRecord record) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("RECORD_KEY", recordKey(record.connectionId(), record.scimId()));
        columns.put("NAME_HASH", nameHash(record.connectionId(), record.nameKey()));
        columns.put("SORT_KEY", SortKey.of(record.connectionId(), record.nameKey()));
        record.externalId().ifPresent(id -> {
            columns.put("EXTERNAL_HASH", externalHash(record.connectionId(), id));
            columns.put("EXTERNAL_ID", id);
        });
        columns.put("CONNECTION_ID", record.connectionId());
        columns.put("SCIM_ID", record.scimId());
        columns.put("NAME_KEY", record.nameKey());
        columns.put("DIRECTORY_NAME", record.directoryName());
        record.directoryExternalId().ifPresent(id -> {
            columns.put("DIRECTORY_HASH", directoryHash(record.connectionId(), id));
            columns.put("DIRECTORY_EXTERNAL_ID", id);
        });
        columns.put("LIFECYCLE", record.lifecycle().name());
        columns.put("PROGRESS", record.progress().name());
        columns.put("SCIM_ATTRIBUTES", record.resource());
        columns.put("CREATED_AT", record.created().toEpochMilli());
        columns.put("MODIFIED_AT", record.lastModified().toEpochMilli());
        columns.put("REVISION", record.version());
        return columns;
    }

    private static UserRecord record(UserRecordRow row) {
        return new UserRecord(
                row.getScimId(),
                row.getConnectionId(),
                row.getNameKey(),
                Optional.ofNullable(row.getExternalId()),
                row.getDirectoryName(),
                Optional.ofNullable(row.getDirectoryExternalId()),
                UserRecord.Lifecycle.valueOf(row.getLifecycle()),
                UserRecord.Progress.valueOf(row.getProgress()),
                // Oracle keeps an empty text as no value
                Objects.requireNonNullElse(row.getScimAttributes(), ""),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getModifiedAt()),
                row.getRevision());
    }
}
