package org.scimsuite.core.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where user records are kept. Every method is one transaction of its own, durable when it returns. A record that is removed,
 * or becomes {@link UserRecord.Lifecycle#DELETED} and applied, leaves all groups in the same transaction.
 */
public interface UserRecordStore {

    Optional<UserRecord> findById(String connectionId, String scimId);

    /** The records of these SCIM ids, in any order; ids without a record are left out. */
    List<UserRecord> findByIds(String connectionId, Collection<String> scimIds);

    Optional<UserRecord> findByNameKey(String connectionId, String nameKey);

    /** Providers may send the same externalId twice; all records that carry it, deleted ones included. */
    List<UserRecord> findByExternalId(String connectionId, String externalId);

    /** The records that carry one of these externalIds, in any order; deleted ones included. */
    default List<UserRecord> findByExternalIds(String connectionId, Collection<String> externalIds) {
        return externalIds.stream()
                .flatMap(id -> findByExternalId(connectionId, id).stream())
                .toList();
    }

    /** The records of these name keys, in any order; keys without a record are left out. */
    List<UserRecord> findByNameKeys(String connectionId, Collection<String> nameKeys);

    /** The records whose directory user has one of these directory-assigned ids, in any order. */
    List<UserRecord> findByDirectoryExternalIds(String connectionId, Collection<String> directoryExternalIds);

    /**
     * The next records in {@link NameOrder}, in any stage of life. The cost does not depend on how many come before or after.
     *
     * @param afterNameKey only records behind this name key, which need not exist; empty for the first page
     * @param limit at most so many, from 1
     */
    List<UserRecord> page(String connectionId, Optional<String> afterNameKey, int limit);

    /** How many records the connection has, in any stage of life. */
    int count(String connectionId);

    /** The name keys of all records in that stage of life. */
    Collection<String> nameKeys(String connectionId, UserRecord.Lifecycle lifecycle);

    /** All records that are {@link UserRecord.Progress#PENDING}, in any order; usually none. */
    List<UserRecord> findPending(String connectionId);

    /** Adds a record; false when the connection has one with this name key. The database decides, whoever else asks. */
    boolean insert(UserRecord record, Alongside alongside);

    /** As {@link #insert(UserRecord, Alongside)}, and nothing else with it. */
    default boolean insert(UserRecord record) {
        return insert(record, Alongside.NOTHING);
    }

    /** Replaces the record if the stored one still has {@code expectedVersion}. */
    UpdateResult update(UserRecord record, long expectedVersion, Alongside alongside);

    /** As {@link #update(UserRecord, long, Alongside)}, and nothing else with it. */
    default UpdateResult update(UserRecord record, long expectedVersion) {
        return update(record, expectedVersion, Alongside.NOTHING);
    }

    /**
     * Puts another record, with another SCIM id, in the place of a record, in one step; the successor may have the same
     * name key. False, and nothing changed, when the stored one no longer has the version of {@code old}, or another record
     * has the successor's name key.
     */
    boolean replace(UserRecord old, UserRecord successor, Alongside alongside);

    /** As {@link #replace(UserRecord, UserRecord, Alongside)}, and nothing else with it. */
    default boolean replace(UserRecord old, UserRecord successor) {
        return replace(old, successor, Alongside.NOTHING);
    }

    /** Removes a record for good; no error when it is gone. */
    void delete(String connectionId, String scimId);

    /** What became of an update. */
    enum UpdateResult {
        UPDATED,
        /** Somebody else changed or removed the record. */
        STALE,
        /** Another record of the connection has the new name key. */
        NAME_TAKEN
    }
}
