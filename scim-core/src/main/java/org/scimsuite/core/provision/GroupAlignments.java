package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.MemberChange;
import org.scimsuite.core.store.MembershipStore;

/** What changes of the provider's groups do to local groups. */
final class GroupAlignments {

    private static final int PAGE = 500;

    private final Alignments alignments;
    private final MappingSource mappings;
    private final Protections protections;
    private final UserGroups userGroups;
    private final MembershipStore memberships;
    private final GrantStore grants;

    GroupAlignments(
            Alignments alignments,
            MappingSource mappings,
            Protections protections,
            UserGroups userGroups,
            MembershipStore memberships,
            GrantStore grants) {
        this.alignments = alignments;
        this.mappings = mappings;
        this.protections = protections;
        this.userGroups = userGroups;
        this.memberships = memberships;
        this.grants = grants;
    }

    /** For one request; carries on what was left of others. */
    Alignment begin(ProvisioningContext context) {
        alignments.carryOn(context);
        return new Alignment(alignments, context);
    }

    /**
     * A group that is about to be recorded.
     *
     * @throws ScimException 403 when it is mapped to a protected group, or the directory does not allow what the mapping asks for
     */
    void ofCreation(
            ProvisioningContext context, Alignment alignment, GroupRecord group, Collection<GroupMember> members) {
        if (!alignments.isMapping(context) || members.isEmpty()) {
            return;
        }
        List<LocalTarget> own = own(context, group);
        protections.checkTargets(context, group.displayName(), own);
        if (!own.isEmpty()) {
            concerns(context, alignment, scopes(members), group);
        }
    }

    /**
     * A group that is about to get other attributes or members.
     *
     * @param present those of the members that the change names
     * @throws ScimException as for {@link #ofCreation}
     */
    void ofChange(
            ProvisioningContext context,
            Alignment alignment,
            GroupRecord before,
            GroupRecord after,
            MemberChange change,
            Collection<GroupMember> present) {
        alignment.concerns(Map.of(), "");
        if (!alignments.isMapping(context)) {
            return;
        }
        if (!own(context, before).equals(own(context, after))) {
            protections.checkTargets(context, after.displayName(), own(context, after));
            List<Scope> scopes = new ArrayList<>(List.of(new Scope.MembersOf(after.scimId())));
            scopes.addAll(scopes(leaving(context, after.scimId(), change, present)));
            concerns(context, alignment, scopes, after);
            return;
        }
        List<GroupMember> touched = new ArrayList<>(leaving(context, after.scimId(), change, present));
        Set<String> presentIds = new LinkedHashSet<>();
        present.forEach(member -> presentIds.add(member.id()));
        change.joining().stream()
                .filter(member -> !presentIds.contains(member.id()))
                .forEach(touched::add);
        if (!touched.isEmpty()) {
            protections.checkTargets(context, after.displayName(), own(context, after));
            if (!all(context, after).isEmpty()) {
                concerns(context, alignment, scopes(touched), after);
            }
        }
    }

    /** A group that is about to be removed: who has one of its local groups may lose it. */
    void ofDeletion(ProvisioningContext context, Alignment alignment, GroupRecord group) {
        alignment.concerns(Map.of(), "");
        if (alignments.isMapping(context)) {
            Set<String> keys = new LinkedHashSet<>();
            all(context, group).forEach(target -> keys.add(DirectoryGroup.nameKey(target.group())));
            concerns(
                    context,
                    alignment,
                    keys.stream().<Scope>map(Scope.HoldersOf::new).toList(),
                    group);
        }
    }

    private List<GroupMember> leaving(
            ProvisioningContext context, String groupId, MemberChange change, Collection<GroupMember> present) {
        if (change instanceof MemberChange.Edit edit) {
            return present.stream()
                    .filter(member -> edit.removed().contains(member.id()))
                    .toList();
        }
        Set<String> staying = new LinkedHashSet<>();
        change.joining().forEach(member -> staying.add(member.id()));
        List<GroupMember> leaving = new ArrayList<>();
        Optional<String> last = Optional.empty();
        List<GroupMember> page = memberships.members(context.connectionId(), groupId, last, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(member -> !staying.contains(member.id())).forEach(leaving::add);
            last = Optional.of(page.get(page.size() - 1).id());
            page = memberships.members(context.connectionId(), groupId, last, PAGE);
        }
        return leaving;
    }

    private static List<Scope> scopes(Collection<GroupMember> touched) {
        List<Scope> scopes = new ArrayList<>();
        List<String> people = touched.stream()
                .filter(member -> member.kind() == Kind.USER)
                .map(GroupMember::id)
                .toList();
        if (!people.isEmpty()) {
            scopes.add(new Scope.Users(people));
        }
        touched.stream()
                .filter(member -> member.kind() == Kind.GROUP)
                .forEach(nested -> scopes.add(new Scope.MembersOf(nested.id())));
        return scopes;
    }

    private void concerns(ProvisioningContext context, Alignment alignment, List<Scope> scopes, GroupRecord group) {
        Map<Scope, Integer> totals = new LinkedHashMap<>();
        scopes.forEach(scope -> totals.put(scope, total(context.connectionId(), scope)));
        alignment.concerns(totals, "The group \"" + group.displayName() + "\" was changed.");
    }

    private int total(String connectionId, Scope scope) {
        if (scope instanceof Scope.Users some) {
            return some.ids().size();
        }
        return scope instanceof Scope.HoldersOf holders
                ? grants.countByLocalGroup(connectionId, holders.groupNameKey())
                : memberships.countMembers(connectionId, ((Scope.MembersOf) scope).groupId());
    }

    private List<LocalTarget> own(ProvisioningContext context, GroupRecord group) {
        return mapping(context).decide(DesiredMemberships.provided(group)).targets();
    }

    /** The local groups of a group and of all groups that it is in. */
    private List<LocalTarget> all(ProvisioningContext context, GroupRecord group) {
        List<LocalTarget> targets = new ArrayList<>(own(context, group));
        UserGroups.Reach above = userGroups.reach(context.connectionId(), List.of(group.scimId()));
        above.records().values().forEach(outer -> targets.addAll(own(context, outer)));
        return targets;
    }

    private CompiledMapping mapping(ProvisioningContext context) {
        return mappings.current(context.connectionId());
    }
}
