package org.scimsuite.core.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.GrantStore;

/** Grants in memory; one write is one step. A crash can be armed before or after a write. */
public final class InMemoryGrants implements GrantStore {

    private final TreeMap<Key, Grant> byKey = new TreeMap<>(Comparator.comparing(Key::connectionId)
            .thenComparing(Key::groupNameKey)
            .thenComparing(Key::userId));
    private final ArmedWrites armed = new ArmedWrites();

    private Optional<Runnable> meanwhile = Optional.empty();

    private record Key(String connectionId, String groupNameKey, String userId) {

        static Key of(Grant grant) {
            return new Key(grant.connectionId(), DirectoryGroup.nameKey(grant.localGroup()), grant.userId());
        }
    }

    /** The process ends at that write, counted from 1, before or after it is durable. */
    public synchronized void crashAtWrite(int number, InMemoryDirectory.Point when) {
        armed.crashAt(number, when);
    }

    /** Something else happens right before the next write. */
    public synchronized void beforeNextWrite(Runnable other) {
        meanwhile = Optional.of(other);
    }

    public synchronized List<Grant> all() {
        return List.copyOf(byKey.values());
    }

    @Override
    public synchronized List<Grant> findByUsers(String connectionId, Collection<String> userIds) {
        return byKey.values().stream()
                .filter(grant -> grant.connectionId().equals(connectionId) && userIds.contains(grant.userId()))
                .toList();
    }

    @Override
    public synchronized List<Grant> findByLocalGroup(
            String connectionId, String groupNameKey, Optional<String> afterUserId, int limit) {
        return of(connectionId, groupNameKey).stream()
                .filter(grant -> afterUserId
                        .filter(after -> grant.userId().compareTo(after) <= 0)
                        .isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int countByLocalGroup(String connectionId, String groupNameKey) {
        return of(connectionId, groupNameKey).size();
    }

    @Override
    public synchronized void write(Collection<Grant> given, Collection<Grant> ended, Alongside alongside) {
        Optional<Runnable> other = meanwhile;
        meanwhile = Optional.empty();
        other.ifPresent(Runnable::run);
        List<Grant> added = new ArrayList<>(given);
        List<Grant> removed = new ArrayList<>(ended);
        armed.write(
                () -> {
                    removed.forEach(grant -> byKey.remove(Key.of(grant)));
                    added.forEach(grant -> byKey.put(Key.of(grant), grant));
                },
                alongside);
    }

    private List<Grant> of(String connectionId, String groupNameKey) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().connectionId().equals(connectionId)
                        && entry.getKey().groupNameKey().equals(groupNameKey))
                .map(Map.Entry::getValue)
                .toList();
    }
}
