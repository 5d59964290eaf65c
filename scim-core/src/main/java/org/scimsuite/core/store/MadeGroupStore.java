package org.scimsuite.core.store;

import java.util.Collection;

/** Remembers which local groups were created by provisioning: only those may ever be removed by it. */
public interface MadeGroupStore {

    /** Remembers that a group is about to be created. */
    void add(long directoryId, String groupName);

    /** Forgets a group that could not be created, or was removed. */
    void remove(long directoryId, String groupName);

    /** Whether a group of that name, in any case, was created by provisioning. */
    boolean contains(long directoryId, String groupName);

    /** All of a directory, as they were spelled, in any order. */
    Collection<String> all(long directoryId);
}
