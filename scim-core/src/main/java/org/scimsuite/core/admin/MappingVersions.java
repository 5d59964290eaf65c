package org.scimsuite.core.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scimsuite.core.store.MappingStore;

/**
 * Which version of the mapping of a connection is in force. The store is asked at most once in {@link #VALIDITY}, so a node may go by the
 * version before for as long; the task that carries a new version to everybody waits for longer than that.
 */
public final class MappingVersions {

    /** How old an answer may be. */
    public static final Duration VALIDITY = Duration.ofSeconds(1);

    private final MappingStore store;
    private final Clock clock;
    private final Map<String, Seen> byConnection = new ConcurrentHashMap<>();

    public MappingVersions(MappingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Seen(long version, Instant when) {}

    /** The version; 0 while there is none. */
    long current(String connectionId) {
        Seen known = byConnection.get(connectionId);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.when().plus(VALIDITY))) {
            return known.version();
        }
        Seen seen = new Seen(store.currentVersion(connectionId), now);
        byConnection.put(connectionId, seen);
        return seen.version();
    }

    /** Asks again with the next look: a version was saved on this node. */
    public void forget() {
        byConnection.clear();
    }
}
