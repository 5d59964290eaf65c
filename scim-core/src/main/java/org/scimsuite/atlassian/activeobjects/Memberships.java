package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.java.ao.Query;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.MemberChange;
import org.scimsuite.core.store.ParkedMember;

/** Reads and writes table {@code MEMBERSHIP}; all of it is to be called inside a transaction. */
final class Memberships {

    private static final int ROWS_PER_PAGE = 500;

    private static final String RANGE = "MEMBERSHIP_KEY > ? AND MEMBERSHIP_KEY < ?";

    private final Database database;
    private final Tables tables;

    Memberships(Database database) {
        this.database = database;
        this.tables = database.tables();
    }

    /** When members join, and by which journal entry. */
    record Joining(Instant now, Optional<String> journalId) {}

    List<MembershipRow> page(String connectionId, String groupId, Optional<String> afterMemberId, int limit) {
        String group = groupKey(connectionId, groupId);
        String after = afterMemberId.map(id -> group + memberKey(id)).orElse(group);
        return pageBehind(after, group, limit);
    }

    private List<MembershipRow> pageBehind(String after, String group, int limit) {
        return Arrays.asList(tables.find(
                MembershipRow.class,
                Query.select()
                        .where(RANGE, after, group + KeyHash.BEYOND_ORDERED)
                        .order("MEMBERSHIP_KEY")
                        .limit(limit)));
    }

    int count(String connectionId, String groupId) {
        String group = groupKey(connectionId, groupId);
        return tables.count(MembershipRow.class, RANGE, group, group + KeyHash.BEYOND_ORDERED);
    }

    List<MembershipRow> find(String connectionId, String groupId, Collection<String> memberIds) {
        return database.in(MembershipRow.class, "MEMBERSHIP_KEY", keys(connectionId, groupId, memberIds));
    }

    List<MembershipRow> of(String connectionId, Collection<String> memberIds) {
        return database.in(
                MembershipRow.class,
                "MEMBER_HASH",
                memberIds.stream().map(id -> KeyHash.of(connectionId, id)).toList());
    }

    void change(String connectionId, String groupId, MemberChange change, Joining joining) {
        if (change instanceof MemberChange.Edit edit) {
            database.deleteIn(MembershipRow.class, "MEMBERSHIP_KEY", keys(connectionId, groupId, edit.removed()));
            insert(connectionId, groupId, edit.added(), joining);
        } else if (change instanceof MemberChange.Replacement replacement) {
            replace(connectionId, groupId, replacement.members(), joining);
        }
    }

    void insert(String connectionId, String groupId, Collection<GroupMember> members, Joining joining) {
        String group = groupKey(connectionId, groupId);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GroupMember member : members) {
            Map<String, Object> columns = new HashMap<>();
            columns.put("MEMBERSHIP_KEY", group + memberKey(member.id()));
            columns.put("MEMBER_HASH", KeyHash.of(connectionId, member.id()));
            columns.put("CONNECTION_ID", connectionId);
            columns.put("GROUP_ID", groupId);
            columns.put("MEMBER_ID", member.id());
            columns.put("KIND", member.kind().name());
            columns.put("SINCE_AT", joining.now().toEpochMilli());
            columns.put("PARKED_KEY", member.isParked() ? parkedKey(connectionId, groupId, member.id()) : null);
            // in every row, because those of a batch have the same columns
            columns.put("JOURNAL_ID", joining.journalId().orElse(null));
            columns.put("DISPLAY", member.display().orElse(null));
            rows.add(columns);
        }
        database.insertAll(MembershipRow.class, rows);
    }

    /** Page by page, so that no more than the new members is held. */
    private void replace(String connectionId, String groupId, Collection<GroupMember> members, Joining joining) {
        if (members.isEmpty()) {
            deleteAll(connectionId, groupId);
            return;
        }
        String group = groupKey(connectionId, groupId);
        Map<String, GroupMember> missing = new HashMap<>();
        members.forEach(member -> missing.put(group + memberKey(member.id()), member));
        Set<String> wanted = new HashSet<>(missing.keySet());
        String after = group;
        List<MembershipRow> page = pageBehind(after, group, ROWS_PER_PAGE);
        while (!page.isEmpty()) {
            List<String> present =
                    page.stream().map(MembershipRow::getMembershipKey).toList();
            missing.keySet().removeAll(present);
            List<String> gone =
                    present.stream().filter(key -> !wanted.contains(key)).toList();
            database.deleteIn(MembershipRow.class, "MEMBERSHIP_KEY", gone);
            after = present.get(present.size() - 1);
            page = pageBehind(after, group, ROWS_PER_PAGE);
        }
        insert(connectionId, groupId, missing.values(), joining);
    }

    void deleteAll(String connectionId, String groupId) {
        String group = groupKey(connectionId, groupId);
        tables.deleteWithSQL(MembershipRow.class, RANGE, group, group + KeyHash.BEYOND_ORDERED);
    }

    List<MembershipRow> parked(String connectionId, Optional<ParkedMember> after, int limit) {
        String prefix = KeyHash.ordered(connectionId);
        String behind = after.map(member -> parkedKey(connectionId, member.groupId(), member.memberId()))
                .orElse(prefix);
        return Arrays.asList(tables.find(
                MembershipRow.class,
                Query.select()
                        .where("PARKED_KEY > ? AND PARKED_KEY < ?", behind, prefix + KeyHash.BEYOND_ORDERED)
                        .order("PARKED_KEY")
                        .limit(limit)));
    }

    /** Puts a member in the place of parked ids; each of their groups gets its next version. */
    void arrive(String connectionId, Collection<String> parkedIds, GroupMember member, Instant now) {
        Map<String, MembershipRow> byGroup = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        for (MembershipRow row : of(connectionId, parkedIds)) {
            if (row.getKind().equals(GroupMember.Kind.UNKNOWN.name())) {
                byGroup.put(row.getGroupId(), row);
                keys.add(row.getMembershipKey());
            }
        }
        touchAll(connectionId, byGroup.keySet(), now);
        database.deleteIn(MembershipRow.class, "MEMBERSHIP_KEY", keys);
        byGroup.forEach((groupId, row) -> {
            boolean isThere = !find(connectionId, groupId, List.of(member.id())).isEmpty();
            if (!isThere && !groupId.equals(member.id())) {
                Optional<String> display = Optional.ofNullable(row.getDisplay());
                Joining joining = new Joining(now, Optional.ofNullable(row.getJournalId()));
                insert(connectionId, groupId, List.of(new GroupMember(member.id(), member.kind(), display)), joining);
            }
        });
    }

    /** Takes a member out of all groups; each of them gets its next version. */
    void leaveAll(String connectionId, String memberId, Instant now) {
        List<MembershipRow> rows = of(connectionId, List.of(memberId));
        touchAll(connectionId, rows.stream().map(MembershipRow::getGroupId).toList(), now);
        // these and no other: a group joined since they were read would not get its next version
        database.deleteIn(
                MembershipRow.class,
                "MEMBERSHIP_KEY",
                rows.stream().map(MembershipRow::getMembershipKey).toList());
    }

    private void touchAll(String connectionId, Collection<String> groupIds, Instant now) {
        List<String> keys =
                groupIds.stream().map(id -> KeyHash.of(connectionId, id)).toList();
        // always in the same order, so that two who leave do not wait for each other
        database.in(GroupRecordRow.class, "RECORD_KEY", keys).stream()
                .sorted(Comparator.comparingInt(GroupRecordRow::getID))
                .forEach(group -> touch(group, now));
    }

    /** Locks the group first, and counts from the version it has then: whoever leaves waits for others, and overtakes nobody. */
    private void touch(GroupRecordRow found, Instant now) {
        found.setClaim(CompareAndSet.claim());
        found.save();
        database.one(GroupRecordRow.class, "RECORD_KEY", found.getRecordKey()).ifPresent(group -> {
            group.setRevision(group.getRevision() + 1);
            group.setModifiedAt(Math.max(group.getModifiedAt(), now.toEpochMilli()));
            group.save();
        });
    }

    private static List<String> keys(String connectionId, String groupId, Collection<String> memberIds) {
        String group = groupKey(connectionId, groupId);
        return memberIds.stream().map(id -> group + memberKey(id)).toList();
    }

    private static String groupKey(String connectionId, String groupId) {
        return KeyHash.ordered(connectionId, groupId);
    }

    private static String parkedKey(String connectionId, String groupId, String memberId) {
        return KeyHash.ordered(connectionId) + KeyHash.ordered(groupId, memberId);
    }

    private static String memberKey(String memberId) {
        return KeyHash.ordered(memberId);
    }
}
