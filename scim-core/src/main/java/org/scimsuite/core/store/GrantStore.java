package org.scimsuite.core.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where grants are kept. Every method is one transaction of its own, durable when it returns. */
public interface GrantStore {

    /** All grants of these people, in any order. */
    List<Grant> findByUsers(String connectionId, Collection<String> userIds);

    /**
     * The next grants of a local group, in an order that stays the same. The cost does not depend on how many come before or after.
     *
     * @param groupNameKey {@code DirectoryGroup.nameKey}
     * @param afterUserId only grants behind the one of this person, which may be gone; empty for the first page
     * @param limit at most so many, from 1
     */
    List<Grant> findByLocalGroup(String connectionId, String groupNameKey, Optional<String> afterUserId, int limit);

    /** How many people of the connection have a grant of that local group. */
    int countByLocalGroup(String connectionId, String groupNameKey);

    /** Writes what was done: each grant that exists is replaced, each of {@code ended} is removed; missing ones are no error. */
    void write(Collection<Grant> given, Collection<Grant> ended, Alongside alongside);
}
