package org.scimsuite.core.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MemberChange;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.NameOrder;
import org.scimsuite.core.store.ParkedMember;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/**
 * Group records and memberships in memory, with the unique name key of the database; one write is one step. A crash can be
 * armed before or after a write. Counts the members that were read.
 */
public final class InMemoryGroups implements GroupRecordStore, MembershipStore {

    private static final Comparator<ParkedMember> PARKED_ORDER =
            Comparator.comparing(ParkedMember::groupId).thenComparing(ParkedMember::memberId);

    private final Map<String, GroupRecord> byId = new LinkedHashMap<>();
    private final Map<String, NavigableMap<String, Joined>> members = new LinkedHashMap<>();
    private int writesUntilCrash = -1;
    private InMemoryDirectory.Point point = InMemoryDirectory.Point.BEFORE;
    private int membersRead;
    private Runnable beforeWrite = () -> {};

    /** A member, and how it became one. */
    private record Joined(GroupMember member, Instant since, Optional<String> journalId) {}

    /** The process ends at that write, counted from 1, before or after it is durable. */
    public synchronized void crashAtWrite(int number, InMemoryDirectory.Point when) {
        writesUntilCrash = number;
        point = when;
    }

    /** Somebody else does this right before the next write. */
    public synchronized void beforeNextWrite(Runnable work) {
        beforeWrite = work;
    }

    /** How many members were handed out since this was last asked. */
    public synchronized int takeMembersRead() {
        int read = membersRead;
        membersRead = 0;
        return read;
    }

    @Override
    public synchronized Optional<GroupRecord> findById(String connectionId, String scimId) {
        return Optional.ofNullable(byId.get(scimId))
                .filter(record -> record.connectionId().equals(connectionId));
    }

    @Override
    public synchronized Optional<GroupRecord> findByNameKey(String connectionId, String nameKey) {
        return of(connectionId).stream()
                .filter(record -> record.nameKey().equals(nameKey))
                .findFirst();
    }

    @Override
    public synchronized List<GroupRecord> findByExternalId(String connectionId, String externalId) {
        return of(connectionId).stream()
                .filter(record -> record.externalId().equals(Optional.of(externalId)))
                .toList();
    }

    @Override
    public synchronized List<GroupRecord> findByIds(String connectionId, Collection<String> scimIds) {
        return scimIds.stream()
                .flatMap(id -> findById(connectionId, id).stream())
                .toList();
    }

    @Override
    public synchronized List<GroupRecord> page(String connectionId, Optional<String> afterNameKey, int limit) {
        return of(connectionId).stream()
                .filter(record -> afterNameKey
                        .filter(after -> NameOrder.COMPARATOR.compare(record.nameKey(), after) <= 0)
                        .isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<GroupRecord> page(String connectionId, int offset, int limit) {
        return of(connectionId).stream().skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized int count(String connectionId) {
        return of(connectionId).size();
    }

    @Override
    public synchronized boolean insert(
            GroupRecord record, Collection<GroupMember> added, Optional<String> journalId, Alongside alongside) {
        meanwhile();
        if (isTakenByAnother(record)) {
            return false;
        }
        write(() -> {
            byId.put(record.scimId(), record);
            added.forEach(member -> add(record.scimId(), joined(record, member, journalId)));
            alongside.write();
        });
        alongside.committed();
        return true;
    }

    @Override
    public synchronized UpdateResult update(
            GroupRecord record,
            long expectedVersion,
            MemberChange change,
            Optional<String> journalId,
            Alongside alongside) {
        meanwhile();
        GroupRecord stored = byId.get(record.scimId());
        if (stored == null || stored.version() != expectedVersion) {
            return UpdateResult.STALE;
        }
        if (isTakenByAnother(record)) {
            return UpdateResult.NAME_TAKEN;
        }
        write(() -> {
            byId.put(record.scimId(), record);
            apply(record, change, journalId);
            alongside.write();
        });
        alongside.committed();
        return UpdateResult.UPDATED;
    }

    private void apply(GroupRecord record, MemberChange change, Optional<String> journalId) {
        NavigableMap<String, Joined> list = members(record.scimId());
        if (change instanceof MemberChange.Edit edit) {
            edit.removed().forEach(list::remove);
            edit.added().forEach(member -> add(record.scimId(), joined(record, member, journalId)));
        } else if (change instanceof MemberChange.Replacement replacement) {
            NavigableMap<String, Joined> before = new TreeMap<>(list);
            list.clear();
            replacement
                    .members()
                    .forEach(member ->
                            add(record.scimId(), before.getOrDefault(member.id(), joined(record, member, journalId))));
        }
    }

    private static Joined joined(GroupRecord record, GroupMember member, Optional<String> journalId) {
        return new Joined(member, record.lastModified(), journalId);
    }

    private void add(String groupId, Joined joined) {
        if (members(groupId).putIfAbsent(joined.member().id(), joined) != null) {
            throw new IllegalStateException("A member twice: the unique key of the database refuses it");
        }
    }

    @Override
    public synchronized boolean delete(GroupRecord record, Instant now, Alongside alongside) {
        meanwhile();
        GroupRecord stored = byId.get(record.scimId());
        if (stored == null || stored.version() != record.version()) {
            return false;
        }
        write(() -> {
            leaveAll(record.scimId(), now);
            members.remove(record.scimId());
            byId.remove(record.scimId());
            alongside.write();
        });
        alongside.committed();
        return true;
    }

    @Override
    public synchronized void arrive(
            String connectionId, Collection<String> parkedIds, GroupMember member, Instant now) {
        for (Membership parked : findParked(connectionId, parkedIds)) {
            Joined before = members(parked.groupId()).remove(parked.memberId());
            GroupMember arrived =
                    new GroupMember(member.id(), member.kind(), before.member().display());
            byId.computeIfPresent(parked.groupId(), (id, group) -> group.touched(now));
            if (!parked.groupId().equals(member.id())) {
                members(parked.groupId()).putIfAbsent(member.id(), new Joined(arrived, now, before.journalId()));
            }
        }
    }

    @Override
    public synchronized List<ParkedMember> parked(String connectionId, Optional<ParkedMember> after, int limit) {
        return of(connectionId).stream()
                .flatMap(group -> members(group.scimId()).values().stream()
                        .map(Joined::member)
                        .filter(GroupMember::isParked)
                        .map(member -> new ParkedMember(group.scimId(), member.id(), group.lastModified())))
                .sorted(PARKED_ORDER)
                .filter(parked -> after.filter(last -> PARKED_ORDER.compare(parked, last) <= 0)
                        .isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Membership> findParked(String connectionId, Collection<String> memberIds) {
        return findGroupsOf(connectionId, memberIds).stream()
                .filter(found ->
                        members(found.groupId()).get(found.memberId()).member().isParked())
                .toList();
    }

    @Override
    public synchronized void leaveAll(String connectionId, String memberId, Instant now) {
        leaveAll(memberId, now);
    }

    /** Takes a member out of all groups. */
    synchronized void leaveAll(String memberId, Instant now) {
        members.forEach((groupId, list) -> {
            if (list.remove(memberId) != null) {
                byId.computeIfPresent(groupId, (id, group) -> group.touched(now));
            }
        });
    }

    @Override
    public synchronized List<GroupMember> members(
            String connectionId, String groupId, Optional<String> afterMemberId, int limit) {
        NavigableMap<String, Joined> all = members(groupId);
        return read(afterMemberId.map(after -> all.tailMap(after, false)).orElse(all).values().stream()
                .map(Joined::member)
                .limit(limit)
                .toList());
    }

    @Override
    public synchronized List<GroupMember> findMembers(
            String connectionId, String groupId, Collection<String> memberIds) {
        return read(memberIds.stream()
                .flatMap(id -> Optional.ofNullable(members(groupId).get(id)).stream())
                .map(Joined::member)
                .toList());
    }

    private List<GroupMember> read(List<GroupMember> found) {
        membersRead += found.size();
        return found;
    }

    @Override
    public synchronized int countMembers(String connectionId, String groupId) {
        return members(groupId).size();
    }

    @Override
    public synchronized List<Membership> findGroupsOf(String connectionId, Collection<String> memberIds) {
        return memberIds.stream()
                .flatMap(id -> of(connectionId).stream()
                        .flatMap(group -> Optional.ofNullable(
                                members(group.scimId()).get(id))
                                .map(joined -> new Membership(group.scimId(), id, joined.since(), joined.journalId()))
                                .stream()))
                .toList();
    }

    private NavigableMap<String, Joined> members(String groupId) {
        return members.computeIfAbsent(groupId, id -> new TreeMap<>());
    }

    private List<GroupRecord> of(String connectionId) {
        return byId.values().stream()
                .filter(record -> record.connectionId().equals(connectionId))
                .sorted(Comparator.comparing(GroupRecord::nameKey, NameOrder.COMPARATOR))
                .toList();
    }

    private boolean isTakenByAnother(GroupRecord record) {
        return findByNameKey(record.connectionId(), record.nameKey())
                .filter(other -> !other.scimId().equals(record.scimId()))
                .isPresent();
    }

    private void meanwhile() {
        Runnable first = beforeWrite;
        beforeWrite = () -> {};
        first.run();
    }

    private void write(Runnable work) {
        boolean crash = --writesUntilCrash == 0;
        if (crash && point == InMemoryDirectory.Point.BEFORE) {
            throw new ProcessEnded();
        }
        work.run();
        if (crash) {
            throw new ProcessEnded();
        }
    }
}
