package org.scimsuite.core.testkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.NameOrder;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** User records in memory, with the unique name key of the database. A crash can be armed before or after a write. */
public final class InMemoryUserRecords implements UserRecordStore {

    private final Map<String, UserRecord> byId = new LinkedHashMap<>();
    private final InMemoryGroups groups;
    private int writesUntilCrash = -1;
    private InMemoryDirectory.Point point = InMemoryDirectory.Point.BEFORE;

    /**
     * @param groups whom who is deleted leaves
     */
    public InMemoryUserRecords(InMemoryGroups groups) {
        this.groups = groups;
    }

    /** The process ends at that write, counted from 1, before or after it is durable. */
    public synchronized void crashAtWrite(int number, InMemoryDirectory.Point when) {
        writesUntilCrash = number;
        point = when;
    }

    public synchronized List<UserRecord> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public synchronized Optional<UserRecord> findById(String connectionId, String scimId) {
        return Optional.ofNullable(byId.get(scimId))
                .filter(record -> record.connectionId().equals(connectionId));
    }

    @Override
    public synchronized List<UserRecord> findByIds(String connectionId, Collection<String> scimIds) {
        return scimIds.stream()
                .flatMap(id -> findById(connectionId, id).stream())
                .toList();
    }

    @Override
    public synchronized Optional<UserRecord> findByNameKey(String connectionId, String nameKey) {
        return of(connectionId).stream()
                .filter(record -> record.nameKey().equals(nameKey))
                .findFirst();
    }

    @Override
    public synchronized List<UserRecord> findByExternalId(String connectionId, String externalId) {
        return of(connectionId).stream()
                .filter(record -> record.externalId().equals(Optional.of(externalId)))
                .toList();
    }

    @Override
    public synchronized List<UserRecord> findByNameKeys(String connectionId, Collection<String> nameKeys) {
        return of(connectionId).stream()
                .filter(record -> nameKeys.contains(record.nameKey()))
                .toList();
    }

    @Override
    public synchronized List<UserRecord> findByDirectoryExternalIds(
            String connectionId, Collection<String> directoryExternalIds) {
        return of(connectionId).stream()
                .filter(record -> record.directoryExternalId()
                        .filter(directoryExternalIds::contains)
                        .isPresent())
                .toList();
    }

    @Override
    public synchronized List<UserRecord> page(String connectionId, Optional<String> afterNameKey, int limit) {
        return of(connectionId).stream()
                .filter(record -> afterNameKey
                        .filter(after -> NameOrder.COMPARATOR.compare(record.nameKey(), after) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(UserRecord::nameKey, NameOrder.COMPARATOR))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int count(String connectionId) {
        return of(connectionId).size();
    }

    @Override
    public synchronized Collection<String> nameKeys(String connectionId, UserRecord.Lifecycle lifecycle) {
        return of(connectionId).stream()
                .filter(record -> record.lifecycle() == lifecycle)
                .map(UserRecord::nameKey)
                .toList();
    }

    @Override
    public synchronized List<UserRecord> findPending(String connectionId) {
        return of(connectionId).stream().filter(UserRecord::isPending).toList();
    }

    @Override
    public synchronized boolean insert(UserRecord record, Alongside alongside) {
        if (isTakenByAnother(record)) {
            return false;
        }
        write(() -> byId.put(record.scimId(), record), alongside);
        return true;
    }

    @Override
    public synchronized UpdateResult update(UserRecord record, long expectedVersion, Alongside alongside) {
        UserRecord stored = byId.get(record.scimId());
        if (stored == null || stored.version() != expectedVersion) {
            return UpdateResult.STALE;
        }
        if (isTakenByAnother(record)) {
            return UpdateResult.NAME_TAKEN;
        }
        write(
                () -> {
                    byId.put(record.scimId(), record);
                    if (record.isDeleted() && !record.isPending()) {
                        groups.leaveAll(record.scimId(), record.lastModified());
                    }
                },
                alongside);
        return UpdateResult.UPDATED;
    }

    @Override
    public synchronized boolean replace(UserRecord old, UserRecord successor, Alongside alongside) {
        UserRecord stored = byId.get(old.scimId());
        if (stored == null || stored.version() != old.version()) {
            return false;
        }
        Optional<UserRecord> holder = findByNameKey(successor.connectionId(), successor.nameKey());
        if (holder.filter(other -> !other.scimId().equals(old.scimId())).isPresent()) {
            return false;
        }
        write(
                () -> {
                    remove(old.scimId());
                    byId.put(successor.scimId(), successor);
                },
                alongside);
        return true;
    }

    @Override
    public synchronized void delete(String connectionId, String scimId) {
        write(() -> remove(scimId), Alongside.NOTHING);
    }

    private void remove(String scimId) {
        Optional.ofNullable(byId.remove(scimId)).ifPresent(gone -> groups.leaveAll(scimId, gone.lastModified()));
    }

    private List<UserRecord> of(String connectionId) {
        return byId.values().stream()
                .filter(record -> record.connectionId().equals(connectionId))
                .toList();
    }

    private boolean isTakenByAnother(UserRecord record) {
        return findByNameKey(record.connectionId(), record.nameKey())
                .filter(other -> !other.scimId().equals(record.scimId()))
                .isPresent();
    }

    private void write(Runnable work, Alongside alongside) {
        boolean crash = --writesUntilCrash == 0;
        if (crash && point == InMemoryDirectory.Point.BEFORE) {
            throw new ProcessEnded();
        }
        // the record last: it cannot fail, so there is nothing to roll back
        alongside.write();
        work.run();
        if (crash) {
            throw new ProcessEnded();
        }
        alongside.committed();
    }
}
