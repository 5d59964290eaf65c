package org.scimsuite.core.store;

import java.util.Collection;
import java.util.Set;

/**
 * Remembers which local groups were created by provisioning: only those may ever be removed by it. A group has one mark for each attempt to
 * create it that was not taken back, so that whoever comes second takes back its own mark and never that of the one who made the group.
 */
public interface MadeGroupStore {

    /** Remembers that a group is about to be created. Returns the mark. */
    long add(long directoryId, String groupName);

    /** Forgets attempts: the group was not created by them, or was removed. Marks that are gone are no error. */
    void remove(Collection<Long> marks);

    /** The marks of the group of that name, in any case; empty when it was not created by provisioning. */
    Set<Long> marks(long directoryId, String groupName);
}
