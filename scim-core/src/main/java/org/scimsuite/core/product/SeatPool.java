package org.scimsuite.core.product;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryGroup;

/**
 * Seats that are counted together, such as those of one application of Jira.
 *
 * @param name as administrators know it, such as {@code Jira Software}
 * @param limit how many people the licence lets in; empty for any number
 * @param taken how many are in
 * @param groupKeys the {@link DirectoryGroup#nameKey name keys} of the local groups that let people in: an active person in one or several of them takes
 *     one seat
 * @param openDirectories the ids of the directories whose every active person takes a seat, whatever the groups
 */
public record SeatPool(String name, OptionalInt limit, int taken, Set<String> groupKeys, Set<Long> openDirectories) {

    public SeatPool {
        groupKeys = Set.copyOf(groupKeys);
        openDirectories = Set.copyOf(openDirectories);
    }

    /** Seats that only membership in a group takes. */
    public SeatPool(String name, OptionalInt limit, int taken, Set<String> groupKeys) {
        this(name, limit, taken, groupKeys, Set.of());
    }

    /** How many more people it lets in; {@link Integer#MAX_VALUE} for any number, 0 when the licence is exceeded. */
    public int free() {
        return limit.isPresent() ? Math.max(0, limit.getAsInt() - taken) : Integer.MAX_VALUE;
    }

    /** Whether membership in this local group takes a seat. */
    public boolean isTakenBy(String localGroup) {
        return groupKeys.contains(DirectoryGroup.nameKey(localGroup));
    }

    /** Whether every active person of this directory takes a seat. */
    public boolean isTakenByAllOf(long directoryId) {
        return openDirectories.contains(directoryId);
    }

    /** Whether an active person of this directory takes a seat by being in these local groups. */
    public boolean isTakenBy(long directoryId, Collection<String> localGroups) {
        return isTakenByAllOf(directoryId) || localGroups.stream().anyMatch(this::isTakenBy);
    }
}
