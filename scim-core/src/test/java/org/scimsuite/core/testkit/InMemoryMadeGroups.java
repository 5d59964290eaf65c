package org.scimsuite.core.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MadeGroupStore;

/** The marks of groups that provisioning has made, in memory. A crash can be armed before or after a write. */
public final class InMemoryMadeGroups implements MadeGroupStore {

    private final Map<Long, Made> byMark = new TreeMap<>();
    private final ArmedWrites armed = new ArmedWrites();
    private long lastMark;

    private record Made(long directoryId, String nameKey) {}

    /** The process ends at that write, counted from 1, before or after it is durable. */
    public synchronized void crashAtWrite(int number, InMemoryDirectory.Point when) {
        armed.crashAt(number, when);
    }

    @Override
    public synchronized long add(long directoryId, String groupName) {
        armed.write(
                () -> byMark.put(++lastMark, new Made(directoryId, DirectoryGroup.nameKey(groupName))),
                Alongside.NOTHING);
        return lastMark;
    }

    @Override
    public synchronized void remove(Collection<Long> marks) {
        List<Long> gone = List.copyOf(marks);
        armed.write(() -> byMark.keySet().removeAll(gone), Alongside.NOTHING);
    }

    @Override
    public synchronized Set<Long> marks(long directoryId, String groupName) {
        Made made = new Made(directoryId, DirectoryGroup.nameKey(groupName));
        return byMark.entrySet().stream()
                .filter(entry -> entry.getValue().equals(made))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
