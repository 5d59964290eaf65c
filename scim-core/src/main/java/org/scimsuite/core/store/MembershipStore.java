package org.scimsuite.core.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads memberships; they are written through {@link GroupRecordStore}. Every method is one transaction of its own. */
public interface MembershipStore {

    /**
     * The next members of a group, parked ones included, in an order that stays the same. The cost does not depend on how
     * many come before or after.
     *
     * @param afterMemberId only members behind this one, which may be gone; empty for the first page
     * @param limit at most so many, from 1
     */
    List<GroupMember> members(String connectionId, String groupId, Optional<String> afterMemberId, int limit);

    /** Those of the ids that are members, in any order. */
    List<GroupMember> findMembers(String connectionId, String groupId, Collection<String> memberIds);

    /** How many members a group has, parked ones included. */
    int countMembers(String connectionId, String groupId);

    /**
     * The next parked members of a connection, in an order that stays the same. The cost does not depend on how many come before or
     * after.
     *
     * @param after only those behind this one, which may have arrived; empty for the first page
     * @param limit at most so many, from 1
     */
    List<ParkedMember> parked(String connectionId, Optional<ParkedMember> after, int limit);

    /** Where in the connection these ids are parked, in any order. */
    List<Membership> findParked(String connectionId, Collection<String> memberIds);

    /** The groups that these users or groups are direct members of, in any order. */
    List<Membership> findGroupsOf(String connectionId, Collection<String> memberIds);
}
