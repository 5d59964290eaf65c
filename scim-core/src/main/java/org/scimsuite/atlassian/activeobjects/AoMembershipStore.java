package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.ParkedMember;

/** Memberships in table {@code MEMBERSHIP}. */
public final class AoMembershipStore implements MembershipStore {

    private final Database database;
    private final Memberships memberships;

    public AoMembershipStore(Tables tables) {
        this.database = new Database(tables);
        this.memberships = new Memberships(database);
    }

    @Override
    public List<GroupMember> members(String connectionId, String groupId, Optional<String> afterMemberId, int limit) {
        return database.read(() -> memberships.page(connectionId, groupId, afterMemberId, limit).stream()
                .map(AoMembershipStore::member)
                .toList());
    }

    @Override
    public List<GroupMember> findMembers(String connectionId, String groupId, Collection<String> memberIds) {
        return database.read(() -> memberships.find(connectionId, groupId, memberIds).stream()
                .map(AoMembershipStore::member)
                .toList());
    }

    @Override
    public int countMembers(String connectionId, String groupId) {
        return database.read(() -> memberships.count(connectionId, groupId));
    }

    @Override
    public List<Membership> findGroupsOf(String connectionId, Collection<String> memberIds) {
        return database.read(() -> memberships.of(connectionId, memberIds).stream()
                .map(AoMembershipStore::membership)
                .toList());
    }

    @Override
    public List<ParkedMember> parked(String connectionId, Optional<ParkedMember> after, int limit) {
        return database.read(() -> memberships.parked(connectionId, after, limit).stream()
                .map(row ->
                        new ParkedMember(row.getGroupId(), row.getMemberId(), Instant.ofEpochMilli(row.getSinceAt())))
                .toList());
    }

    @Override
    public List<Membership> findParked(String connectionId, Collection<String> memberIds) {
        return database.read(() -> memberships.of(connectionId, memberIds).stream()
                .filter(row -> row.getKind().equals(GroupMember.Kind.UNKNOWN.name()))
                .map(AoMembershipStore::membership)
                .toList());
    }

    private static Membership membership(MembershipRow row) {
        return new Membership(
                row.getGroupId(),
                row.getMemberId(),
                Instant.ofEpochMilli(row.getSinceAt()),
                Optional.ofNullable(row.getJournalId()));
    }

    private static GroupMember member(MembershipRow row) {
        return new GroupMember(
                row.getMemberId(), GroupMember.Kind.valueOf(row.getKind()), Optional.ofNullable(row.getDisplay()));
    }
}
