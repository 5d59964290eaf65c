package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.mapping.ProvidedGroup;
import org.scimsuite.core.provision.DesiredMembership.Reason;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/** Which local groups people shall be in, by what is recorded and a mapping. Changes nothing, and never asks the directory. */
final class DesiredMemberships {

    private final UserGroups groups;
    private final UserViews views;

    DesiredMemberships(UserGroups groups, UserViews views) {
        this.groups = groups;
        this.views = views;
    }

    /**
     * The memberships of several people by their ids, by the name key of the local group. The number of queries depends on how deep
     * groups are nested, and on nothing else.
     */
    Map<String, Map<String, DesiredMembership>> of(
            String connectionId, CompiledMapping mapping, Collection<UserRecord> people) {
        List<UserRecord> entitled =
                people.stream().filter(record -> !record.isDeleted()).toList();
        UserGroups.Reach reach = mapping.mapping().groups().rules().isEmpty() || entitled.isEmpty()
                ? UserGroups.Reach.NONE
                : groups.reach(
                        connectionId, entitled.stream().map(UserRecord::scimId).toList());
        Map<String, List<LocalTarget>> decided = new HashMap<>();
        Map<String, Map<String, DesiredMembership>> desired = new HashMap<>();
        for (UserRecord person : entitled) {
            desired.put(person.scimId(), of(mapping, person, reach, decided));
        }
        return desired;
    }

    private Map<String, DesiredMembership> of(
            CompiledMapping mapping,
            UserRecord person,
            UserGroups.Reach reach,
            Map<String, List<LocalTarget>> decided) {
        Map<String, DesiredMembership> memberships = new LinkedHashMap<>();
        if (person.lifecycle() == Lifecycle.MANAGED) {
            ScimResource recorded = views.recorded(person);
            if (mapping.policies().inactive() == Inactive.WITHDRAW_GROUPS
                    && !recorded.bool("active").orElse(true)) {
                return memberships;
            }
            mapping.userGroups(recorded)
                    .forEach(target -> add(memberships, target, new Reason.ByUserRule(target.rule())));
        }
        Set<String> groupIds = new TreeSet<>(reach.groupsOf().getOrDefault(person.scimId(), Set.of()));
        for (String groupId : groupIds) {
            GroupRecord group = reach.records().get(groupId);
            if (group != null) {
                decided.computeIfAbsent(
                                groupId, id -> mapping.decide(provided(group)).targets())
                        .forEach(target -> add(memberships, target, new Reason.ThroughGroup(groupId, target.rule())));
            }
        }
        return memberships;
    }

    private static void add(Map<String, DesiredMembership> memberships, LocalTarget target, Reason reason) {
        memberships.merge(
                DirectoryGroup.nameKey(target.group()),
                new DesiredMembership(target.group(), target.missing(), List.of(reason)),
                DesiredMemberships::both);
    }

    private static DesiredMembership both(DesiredMembership one, DesiredMembership other) {
        List<Reason> reasons = new ArrayList<>(one.reasons());
        reasons.addAll(other.reasons());
        return new DesiredMembership(
                one.localGroup(), one.missing() == Missing.CREATE ? Missing.CREATE : other.missing(), reasons);
    }

    /** A recorded group, as rules see it. */
    static ProvidedGroup provided(GroupRecord group) {
        return new ProvidedGroup(group.scimId(), group.displayName(), group.firstName(), group.externalId());
    }
}
