package org.scimsuite.core.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/**
 * Where group records are kept, and where memberships are written. Every method is one transaction of its own, durable when it
 * returns. Each change of a group's members, whoever causes it, raises the version of the group in the same transaction, and what is written alongside is part of it.
 */
public interface GroupRecordStore {

    Optional<GroupRecord> findById(String connectionId, String scimId);

    Optional<GroupRecord> findByNameKey(String connectionId, String nameKey);

    /** Providers may send the same externalId twice; all records that carry it. */
    List<GroupRecord> findByExternalId(String connectionId, String externalId);

    /** The records that carry one of these externalIds, in any order. */
    default List<GroupRecord> findByExternalIds(String connectionId, Collection<String> externalIds) {
        return externalIds.stream()
                .flatMap(id -> findByExternalId(connectionId, id).stream())
                .toList();
    }

    /** The records of these SCIM ids, in any order; ids without a record are left out. */
    List<GroupRecord> findByIds(String connectionId, Collection<String> scimIds);

    /**
     * The next records in {@link NameOrder}. The cost does not depend on how many come before or after.
     *
     * @param afterNameKey only records behind this name key, which need not exist; empty for the first page
     * @param limit at most so many, from 1
     */
    List<GroupRecord> page(String connectionId, Optional<String> afterNameKey, int limit);

    /**
     * The records from a position of {@link NameOrder} on.
     *
     * @param offset from 0
     * @param limit at most so many, from 1
     */
    List<GroupRecord> page(String connectionId, int offset, int limit);

    int count(String connectionId);

    /**
     * Adds a record with its members, each of them once; false when the connection has one with this name key. The database
     * decides, whoever else asks.
     *
     * @param journalId the journal entry of the request, kept with the members; empty when there is none
     */
    boolean insert(
            GroupRecord record, Collection<GroupMember> members, Optional<String> journalId, Alongside alongside);

    /** As above, by nobody's request and with nothing alongside. */
    default boolean insert(GroupRecord record, Collection<GroupMember> members) {
        return insert(record, members, Optional.empty(), Alongside.NOTHING);
    }

    /**
     * Replaces the record and changes its members if the stored record still has {@code expectedVersion}.
     *
     * @param journalId the journal entry of the request, kept with the members who join; empty when there is none
     */
    UpdateResult update(
            GroupRecord record,
            long expectedVersion,
            MemberChange members,
            Optional<String> journalId,
            Alongside alongside);

    /** As above, by nobody's request and with nothing alongside. */
    default UpdateResult update(GroupRecord record, long expectedVersion, MemberChange members) {
        return update(record, expectedVersion, members, Optional.empty(), Alongside.NOTHING);
    }

    /**
     * Removes a record for good, with its members, and from the groups it is a member of. False, and nothing changed, when
     * the stored one no longer has the version of {@code record}.
     *
     * @param now when the groups it is a member of were changed
     */
    boolean delete(GroupRecord record, Instant now, Alongside alongside);

    /** As above, with nothing alongside. */
    default boolean delete(GroupRecord record, Instant now) {
        return delete(record, now, Alongside.NOTHING);
    }

    /**
     * Puts a member in the place of parked ids, in all groups that have one of them. Each of these groups gets its next version. Inside
     * the transaction of another record it is a part of it; nothing happens when nothing is parked under these ids. The journal entry that
     * is kept with the member stays that of the request which named it.
     *
     * @param now when the groups were changed
     */
    void arrive(String connectionId, Collection<String> parkedIds, GroupMember member, Instant now);

    /**
     * Takes a user or group out of all groups; nothing happens when it is in none. Whoever is deleted leaves by itself: this is
     * for who was added at that very moment.
     *
     * @param now when the groups were changed
     */
    void leaveAll(String connectionId, String memberId, Instant now);
}
