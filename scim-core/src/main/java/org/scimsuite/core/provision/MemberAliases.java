package org.scimsuite.core.provision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/**
 * Finds out whom a provider means that gives a member by another id than ours (RFC 7643 §4.2 wants ours): by the externalId of a user or
 * group, or by a userName.
 */
final class MemberAliases {

    private final UserRecordStore users;
    private final GroupRecordStore groups;

    MemberAliases(UserRecordStore users, GroupRecordStore groups) {
        this.users = users;
        this.groups = groups;
    }

    /** Those of the ids that are exactly one user's or group's other id; what could be two of them is left out. */
    Map<String, GroupMember> find(String connectionId, Collection<String> ids) {
        return find(connectionId, ids, Optional.empty());
    }

    /** @param owner has all of these ids, whether or not the store shows that yet */
    Map<String, GroupMember> find(String connectionId, Collection<String> ids, Optional<GroupMember> owner) {
        Map<String, Set<GroupMember>> candidates = new HashMap<>();
        ids.forEach(id -> candidates.put(id, new HashSet<>(owner.stream().toList())));
        users.findByExternalIds(connectionId, ids).forEach(user -> add(candidates, user.externalId(), present(user)));
        groups.findByExternalIds(connectionId, ids)
                .forEach(group -> add(candidates, group.externalId(), member(group)));
        Map<String, UserRecord> byName = new HashMap<>();
        List<String> nameKeys = ids.stream().map(DirectoryUser::nameKey).toList();
        users.findByNameKeys(connectionId, nameKeys).forEach(user -> byName.put(user.nameKey(), user));
        ids.forEach(id -> Optional.ofNullable(byName.get(DirectoryUser.nameKey(id)))
                .ifPresent(user -> add(candidates, Optional.of(id), present(user))));
        Map<String, GroupMember> found = new HashMap<>();
        candidates.forEach((id, members) -> {
            if (members.size() == 1) {
                found.put(id, members.iterator().next());
            }
        });
        return found;
    }

    private static void add(
            Map<String, Set<GroupMember>> candidates, Optional<String> id, Optional<GroupMember> member) {
        member.ifPresent(present -> candidates.get(id.orElseThrow()).add(present));
    }

    private static Optional<GroupMember> present(UserRecord user) {
        return user.isDeleted() ? Optional.empty() : Optional.of(member(user));
    }

    static GroupMember member(UserRecord user) {
        return new GroupMember(user.scimId(), Kind.USER, Optional.empty());
    }

    private static Optional<GroupMember> member(GroupRecord group) {
        return Optional.of(new GroupMember(group.scimId(), Kind.GROUP, Optional.empty()));
    }
}
