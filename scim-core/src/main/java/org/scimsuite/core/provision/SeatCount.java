package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.product.SeatPool;

/**
 * The free seats of some pools while they are given away, for the people of one directory: a person takes one seat of a pool, in however many of
 * its groups. Asks nobody. Belongs to one thread.
 */
final class SeatCount {

    private final long directoryId;
    private final List<SeatPool> pools;
    private final Map<SeatPool, Integer> free = new HashMap<>();

    /**
     * @param pools as they are before anything is given; those without a limit do not count
     */
    SeatCount(long directoryId, List<SeatPool> pools) {
        this.directoryId = directoryId;
        this.pools = pools.stream().filter(pool -> pool.limit().isPresent()).toList();
        this.pools.forEach(pool -> free.put(pool, pool.free()));
    }

    /** Whether any seat is counted at all. */
    boolean isEmpty() {
        return pools.isEmpty();
    }

    /** The pools of which an active person who is in these local groups has a seat. */
    List<SeatPool> heldBy(Collection<String> localGroups) {
        return pools.stream()
                .filter(pool -> pool.isTakenBy(directoryId, localGroups))
                .toList();
    }

    /** The pools of which a local group gives people a seat who would not have it without. */
    List<SeatPool> givenBy(String localGroup) {
        return pools.stream()
                .filter(pool -> !pool.isTakenByAllOf(directoryId) && pool.isTakenBy(localGroup))
                .toList();
    }

    /** How many seats the pool has left of which fewest are. */
    int scarcest(Collection<SeatPool> wanted) {
        return wanted.stream().mapToInt(free::get).min().orElse(Integer.MAX_VALUE);
    }

    /**
     * Gives somebody a seat of each of these pools, or none at all.
     *
     * @return the pool that has none left; empty when the person has them
     */
    Optional<SeatPool> take(Collection<SeatPool> wanted) {
        Optional<SeatPool> full =
                wanted.stream().filter(pool -> free.get(pool) == 0).findFirst();
        if (full.isEmpty()) {
            wanted.forEach(pool -> free.merge(pool, -1, Integer::sum));
        }
        return full;
    }

    /** Of some pools, those that are not among others. */
    static List<SeatPool> without(Collection<SeatPool> pools, Collection<SeatPool> others) {
        List<SeatPool> rest = new ArrayList<>(pools);
        rest.removeAll(others);
        return rest;
    }
}
