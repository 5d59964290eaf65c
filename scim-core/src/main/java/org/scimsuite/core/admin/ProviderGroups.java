package org.scimsuite.core.admin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimsuite.core.admin.MembershipReason.ProviderGroup;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;

/** The groups of the provider that one person is in, and on which way. Belongs to one question. */
final class ProviderGroups {

    private final Map<String, GroupRecord> records = new LinkedHashMap<>();
    /** From a group to the member of it through which the person is in it; the person itself for direct ones. */
    private final Map<String, String> through = new HashMap<>();

    private ProviderGroups() {}

    /** Level by level, so that the way to each group is a shortest one. */
    static ProviderGroups of(String connectionId, String userId, MembershipStore memberships, GroupRecordStore groups) {
        ProviderGroups found = new ProviderGroups();
        Set<String> frontier = Set.of(userId);
        while (!frontier.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (Membership membership : memberships.findGroupsOf(connectionId, frontier)) {
                if (found.through.putIfAbsent(membership.groupId(), membership.memberId()) == null) {
                    next.add(membership.groupId());
                }
            }
            frontier = next;
        }
        if (!found.through.isEmpty()) {
            groups.findByIds(connectionId, found.through.keySet())
                    .forEach(record -> found.records.put(record.scimId(), record));
        }
        return found;
    }

    /** All of them, direct and indirect ones. */
    List<GroupRecord> all() {
        return List.copyOf(records.values());
    }

    boolean contains(String groupId) {
        return through.containsKey(groupId);
    }

    /** From the group that the person is a direct member of to this one. */
    List<ProviderGroup> way(String groupId) {
        ArrayDeque<ProviderGroup> way = new ArrayDeque<>();
        for (String id = groupId; through.containsKey(id); id = through.get(id)) {
            way.addFirst(group(id));
        }
        return new ArrayList<>(way);
    }

    private ProviderGroup group(String id) {
        GroupRecord record = records.get(id);
        return new ProviderGroup(id, record == null ? id : record.displayName());
    }
}
