package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;

/** The readOnly {@code groups} of users (RFC 7643 §4.1.2): direct ones, and through nested groups indirect ones. */
final class UserGroups {

    private static final Comparator<GroupRecord> BY_NAME =
            Comparator.comparing(GroupRecord::nameKey).thenComparing(GroupRecord::scimId);

    private static final int PAGE = 500;

    private final MembershipStore memberships;
    private final GroupRecordStore groups;
    private final ResourceType groupType;
    private final AttributeTarget target;
    private final AttributeTable parts;

    UserGroups(MembershipStore memberships, GroupRecordStore groups, ResourceType userType, ResourceType groupType) {
        this.memberships = memberships;
        this.groups = groups;
        this.groupType = groupType;
        this.target = target(userType);
        this.parts = target.attribute().subAttributes();
    }

    /** Where the groups stand in a user. */
    static AttributeTarget target(ScimResource user) {
        return target(user.type());
    }

    private static AttributeTarget target(ResourceType userType) {
        return userType.resolve("groups").orElseThrow();
    }

    /** The groups of one user; empty when there are none. */
    Optional<AttributeValue> of(ProvisioningContext context, String userId) {
        return Optional.ofNullable(of(context, List.of(userId)).get(userId));
    }

    /** The groups of several users by their ids, in as many queries as groups are nested deep; those in none are left out. */
    Map<String, AttributeValue> of(ProvisioningContext context, Collection<String> userIds) {
        Map<String, Set<String>> direct = parents(context.connectionId(), userIds);
        if (direct.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> nesting = nesting(context.connectionId(), direct);
        Map<String, GroupRecord> records = records(context.connectionId(), nesting.keySet());
        Map<String, AttributeValue> values = new HashMap<>();
        direct.forEach((user, ids) ->
                value(context, ids, reached(ids, nesting), records).ifPresent(value -> values.put(user, value)));
        return values;
    }

    /**
     * Groups that somebody or something is in.
     *
     * @param groupsOf the ids of the groups, direct and indirect ones, by the id of the member; those in none are left out
     * @param records by their ids; a group that is being removed is left out
     */
    record Reach(Map<String, Set<String>> groupsOf, Map<String, GroupRecord> records) {
        static final Reach NONE = new Reach(Map.of(), Map.of());
    }

    /** All groups that these users or groups are in, in as many queries as groups are nested deep. */
    Reach reach(String connectionId, Collection<String> memberIds) {
        Map<String, Set<String>> direct = parents(connectionId, memberIds);
        Map<String, Set<String>> nesting = nesting(connectionId, direct);
        Map<String, Set<String>> groupsOf = new HashMap<>();
        direct.forEach((member, ids) -> groupsOf.put(member, reached(ids, nesting)));
        return new Reach(groupsOf, records(connectionId, nesting.keySet()));
    }

    private Map<String, Set<String>> nesting(String connectionId, Map<String, Set<String>> direct) {
        Map<String, Set<String>> nesting = new HashMap<>();
        Set<String> frontier = union(direct);
        while (!frontier.isEmpty()) {
            Map<String, Set<String>> above = parents(connectionId, frontier);
            frontier.forEach(id -> nesting.put(id, above.getOrDefault(id, Set.of())));
            frontier = union(above);
            // a group that was met before is done with, also when groups contain each other
            frontier.removeAll(nesting.keySet());
        }
        return nesting;
    }

    private Map<String, GroupRecord> records(String connectionId, Set<String> ids) {
        Map<String, GroupRecord> records = new HashMap<>();
        if (!ids.isEmpty()) {
            groups.findByIds(connectionId, ids).forEach(record -> records.put(record.scimId(), record));
        }
        return records;
    }

    /** The users, with the groups of all of them read at once where they are shown. */
    List<ProvisionedUser> readFor(ProvisioningContext context, List<ProvisionedUser> users, Projection shown) {
        if (!shown.shows(target)) {
            return users;
        }
        Map<String, AttributeValue> known =
                of(context, users.stream().map(ProvisionedUser::id).toList());
        return users.stream()
                .map(user -> user.withGroups(Optional.ofNullable(known.get(user.id()))))
                .toList();
    }

    /** The ids of all users in a group, directly or through nested groups. */
    Set<String> usersIn(ProvisioningContext context, String groupId) {
        return usersIn(context.connectionId(), groupId);
    }

    /** As {@link #usersIn(ProvisioningContext, String)}. */
    Set<String> usersIn(String connectionId, String groupId) {
        Set<String> users = new LinkedHashSet<>();
        Set<String> met = new HashSet<>(List.of(groupId));
        List<String> open = new ArrayList<>(met);
        while (!open.isEmpty()) {
            String group = open.remove(open.size() - 1);
            Optional<String> last = Optional.empty();
            List<GroupMember> page = memberships.members(connectionId, group, last, PAGE);
            while (!page.isEmpty()) {
                for (GroupMember member : page) {
                    if (member.kind() == Kind.USER) {
                        users.add(member.id());
                    } else if (member.kind() == Kind.GROUP && met.add(member.id())) {
                        open.add(member.id());
                    }
                }
                last = Optional.of(page.get(page.size() - 1).id());
                page = memberships.members(connectionId, group, last, PAGE);
            }
        }
        return users;
    }

    private Map<String, Set<String>> parents(String connectionId, Collection<String> memberIds) {
        Map<String, Set<String>> parents = new HashMap<>();
        if (!memberIds.isEmpty()) {
            for (Membership membership : memberships.findGroupsOf(connectionId, memberIds)) {
                parents.computeIfAbsent(membership.memberId(), id -> new HashSet<>())
                        .add(membership.groupId());
            }
        }
        return parents;
    }

    private static Set<String> union(Map<String, Set<String>> sets) {
        Set<String> union = new HashSet<>();
        sets.values().forEach(union::addAll);
        return union;
    }

    /** All groups above these, these included. */
    private static Set<String> reached(Set<String> direct, Map<String, Set<String>> nesting) {
        Set<String> reached = new LinkedHashSet<>(direct);
        List<String> open = new ArrayList<>(direct);
        while (!open.isEmpty()) {
            for (String parent : nesting.get(open.remove(open.size() - 1))) {
                if (reached.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return reached;
    }

    private Optional<AttributeValue> value(
            ProvisioningContext context, Set<String> direct, Set<String> reached, Map<String, GroupRecord> records) {
        List<AttributeValue> elements = new ArrayList<>();
        for (String type : List.of("direct", "indirect")) {
            reached.stream()
                    .filter(id -> direct.contains(id) == type.equals("direct"))
                    .flatMap(id -> Optional.ofNullable(records.get(id)).stream())
                    .sorted(BY_NAME)
                    .forEach(group -> elements.add(element(context, group, type)));
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(new MultiValue(elements));
    }

    private ComplexValue element(ProvisioningContext context, GroupRecord group, String type) {
        String location = context.baseUri() + groupType.endpoint() + "/" + group.scimId();
        return ComplexValue.empty(parts)
                .with("value", AttributeValue.text(group.scimId()))
                .with("$ref", AttributeValue.text(location))
                .with("display", AttributeValue.text(group.displayName()))
                .with("type", AttributeValue.text(type));
    }
}
