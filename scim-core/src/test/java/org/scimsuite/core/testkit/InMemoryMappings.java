package org.scimsuite.core.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingVersion;

/** Versions of mappings in memory. A crash can be armed before or after a write. */
public final class InMemoryMappings implements MappingStore {

    private final List<MappingVersion> versions = new ArrayList<>();
    private final ArmedWrites armed = new ArmedWrites();
    private Runnable beforeInsert = () -> {};

    /** The process ends at that write, counted from 1, before or after it is durable. */
    public synchronized void crashAtWrite(int number, InMemoryDirectory.Point when) {
        armed.crashAt(number, when);
    }

    /** Somebody else does this right before the next insertion. */
    public synchronized void beforeNextInsert(Runnable work) {
        beforeInsert = work;
    }

    @Override
    public synchronized long currentVersion(String connectionId) {
        return latest(connectionId, 1).stream()
                .mapToLong(MappingVersion::version)
                .findFirst()
                .orElse(0);
    }

    @Override
    public synchronized Optional<MappingVersion> find(String connectionId, long version) {
        return versions.stream()
                .filter(stored -> stored.connectionId().equals(connectionId) && stored.version() == version)
                .findFirst();
    }

    @Override
    public synchronized List<MappingVersion> latest(String connectionId, int limit) {
        return versions.stream()
                .filter(stored -> stored.connectionId().equals(connectionId))
                .sorted(Comparator.comparingLong(MappingVersion::version).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean insert(MappingVersion version, Alongside alongside) {
        Runnable first = beforeInsert;
        beforeInsert = () -> {};
        first.run();
        if (find(version.connectionId(), version.version()).isPresent()) {
            return false;
        }
        armed.write(() -> versions.add(version), alongside);
        return true;
    }
}
