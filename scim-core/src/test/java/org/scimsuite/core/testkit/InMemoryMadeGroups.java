package org.scimsuite.core.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MadeGroupStore;

/** The names of groups that provisioning has made, in memory. A crash can be armed before or after a write. */
public final class InMemoryMadeGroups implements MadeGroupStore {

    private final Map<Long, Map<String, String>> namesByKey = new TreeMap<>();
    private final ArmedWrites armed = new ArmedWrites();

    /** The process ends at that write, counted from 1, before or after it is durable. */
    public synchronized void crashAtWrite(int number, InMemoryDirectory.Point when) {
        armed.crashAt(number, when);
    }

    @Override
    public synchronized void add(long directoryId, String groupName) {
        armed.write(() -> of(directoryId).putIfAbsent(DirectoryGroup.nameKey(groupName), groupName), Alongside.NOTHING);
    }

    @Override
    public synchronized void remove(long directoryId, String groupName) {
        armed.write(() -> of(directoryId).remove(DirectoryGroup.nameKey(groupName)), Alongside.NOTHING);
    }

    @Override
    public synchronized boolean contains(long directoryId, String groupName) {
        return of(directoryId).containsKey(DirectoryGroup.nameKey(groupName));
    }

    @Override
    public synchronized Collection<String> all(long directoryId) {
        return List.copyOf(of(directoryId).values());
    }

    private Map<String, String> of(long directoryId) {
        return namesByKey.computeIfAbsent(directoryId, id -> new TreeMap<>());
    }
}
