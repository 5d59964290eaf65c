package org.scimsuite.core.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.admin.MembershipReason.Held;
import org.scimsuite.core.admin.MembershipReason.Kind;
import org.scimsuite.core.admin.MembershipReason.Obstacle;
import org.scimsuite.core.admin.MembershipReason.ProviderGroup;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupDecision;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.mapping.ProvidedGroup;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.core.provision.DesiredMembership;
import org.scimsuite.core.provision.Foresight;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/** Looks for what stands against one membership, or would be needed for it. Belongs to one question. */
final class MembershipObstacles {

    /** Groups of the provider that would give the local group; further ones help nobody. */
    private static final int MAX_OTHER_GROUPS = 20;

    private static final int PAGE = 500;

    private final Connection connection;
    private final CompiledMapping mapping;
    private final UserRecord record;
    private final String localGroup;
    private final ProvisioningStores stores;
    private final UserDirectoryPort directory;
    private final SeatPort seats;
    private final Foresight foresight;
    private final List<Obstacle> obstacles = new ArrayList<>();

    MembershipObstacles(
            Connection connection,
            CompiledMapping mapping,
            UserRecord record,
            String localGroup,
            ProvisioningStores stores,
            UserDirectoryPort directory,
            SeatPort seats,
            Foresight foresight) {
        this.connection = connection;
        this.mapping = mapping;
        this.record = record;
        this.localGroup = localGroup;
        this.stores = stores;
        this.directory = directory;
        this.seats = seats;
        this.foresight = foresight;
    }

    /** Everything, or nothing when the person is asked to be in the group and is. */
    List<Obstacle> find(Optional<DesiredMembership> desired, boolean granted, Held held, ProviderGroups groups) {
        protection();
        if (desired.isPresent()) {
            if (held != Held.MEMBER) {
                whyNotCarriedOut(desired.get(), granted);
            }
        } else {
            person();
            groups.all().forEach(this::groupOfPerson);
            userRules();
            otherGroups(groups);
        }
        return List.copyOf(obstacles);
    }

    private void protection() {
        if (mapping.isProtectedGroup(localGroup, directory.administratorGroups(connection.directoryId()))) {
            add(
                    Kind.PROTECTED,
                    "The local group \"" + localGroup + "\" is protected: provisioning changes nobody in it.");
        }
    }

    private void whyNotCarriedOut(DesiredMembership desired, boolean granted) {
        boolean exists =
                directory.findGroupByName(connection.directoryId(), localGroup).isPresent();
        Optional<DirectoryInfo> info = directory.directory(connection.directoryId());
        int before = obstacles.size();
        if (!exists && desired.missing() == Missing.SKIP) {
            add(
                    Kind.LOCAL_GROUP_MISSING,
                    "The local group \"" + localGroup + "\" does not exist, and its rule does not create it.");
        } else if (!exists && !allows(info, DirectoryOperation.CREATE_GROUP)) {
            add(Kind.DIRECTORY_REFUSES, "The directory does not let groups be created.");
        }
        if (!allows(info, DirectoryOperation.UPDATE_GROUP)) {
            add(Kind.DIRECTORY_REFUSES, "The directory does not let anybody be put into groups.");
        }
        lackingSeats();
        stores.alignment().tasks().findAll(connection.id()).stream()
                .filter(task -> task.state() != State.WAITING_FOR_SEAT && !(task.scope() instanceof Scope.Leaver))
                .forEach(task -> add(
                        Kind.TASK_WAITING,
                        "A task is " + (task.state() == State.OPEN ? "waiting or at work" : "stopped") + " ("
                                + task.done() + " of " + task.total() + "): " + task.reason()));
        if (obstacles.size() == before) {
            add(
                    Kind.NOT_CARRIED_OUT,
                    granted
                            ? "The membership was given and is no longer there: somebody has ended it in the product. The"
                                    + " daily comparison puts it back."
                            : "The membership is not there yet. The daily comparison puts that right; the journal of the"
                                    + " group's last change says whether the directory has refused it.");
        }
    }

    private void lackingSeats() {
        if (seats == SeatPort.UNCOUNTED) {
            return;
        }
        List<SeatPool> full = seats.pools().stream()
                .filter(pool -> pool.free() == 0 && pool.isTakenBy(localGroup))
                .toList();
        boolean isActive = !full.isEmpty()
                && directory
                        .findUserByName(connection.directoryId(), record.directoryName())
                        .filter(DirectoryUser::isActive)
                        .isPresent();
        if (isActive) {
            Collection<String> groups = directory.groupsOfUser(connection.directoryId(), record.directoryName());
            full.stream()
                    .filter(pool -> !pool.isTakenBy(connection.directoryId(), groups))
                    .forEach(pool -> add(
                            Kind.NO_SEAT,
                            "The membership takes a seat of \"" + pool.name() + "\", and none is free: " + pool.taken()
                                    + " of " + pool.limit().orElseThrow()
                                    + " are taken. It follows when a seat becomes free."));
        }
    }

    private static boolean allows(Optional<DirectoryInfo> info, DirectoryOperation operation) {
        return info.filter(known -> known.allows(operation)).isPresent();
    }

    private void person() {
        if (record.isDeleted()) {
            add(Kind.PERSON_DELETED, "The provider has deleted this person.");
        } else if (record.lifecycle() == Lifecycle.MANAGED
                && mapping.policies().inactive() == Inactive.WITHDRAW_GROUPS
                && !foresight.recorded(record).bool("active").orElse(true)) {
            add(
                    Kind.PERSON_INACTIVE,
                    "The provider has deactivated this person, and the mapping withdraws the groups of people who are.");
        }
    }

    private void groupOfPerson(GroupRecord group) {
        GroupDecision decision = decide(group);
        String name = "\"" + group.displayName() + "\"";
        if (decision instanceof GroupDecision.Ignored ignored) {
            add(
                    Kind.IGNORED,
                    "The person is in " + name + ", which the rule \"" + ignored.rule() + "\" ignores.",
                    group,
                    decision);
        } else if (decision instanceof GroupDecision.Unmapped) {
            add(Kind.UNMAPPED, "The person is in " + name + ", to which no rule gives a local group.", group, decision);
        } else if (MembershipReasons.target(decision, localGroup).isEmpty()) {
            String others = String.join(
                    ", ", decision.targets().stream().map(LocalTarget::group).toList());
            add(
                    Kind.MAPPED_ELSEWHERE,
                    "The person is in " + name + ", which gives other local groups: " + others + ".",
                    group,
                    decision);
        }
    }

    private GroupDecision decide(GroupRecord group) {
        return mapping.decide(
                new ProvidedGroup(group.scimId(), group.displayName(), group.firstName(), group.externalId()));
    }

    private void userRules() {
        String key = DirectoryGroup.nameKey(localGroup);
        for (UserGroupRule rule : mapping.mapping().groups().userRules()) {
            if (rule.localGroups().stream()
                    .anyMatch(name -> DirectoryGroup.nameKey(name.strip()).equals(key))) {
                add(
                        Kind.CONDITION_FALSE,
                        record.lifecycle() == Lifecycle.MANAGED
                                ? "The rule \"" + rule.name()
                                        + "\" would give it, but what the provider has written of the"
                                        + " person does not meet its condition "
                                        + rule.condition().orElse("") + "."
                                : "The rule \"" + rule.name()
                                        + "\" would give it to people whom the provider has written,"
                                        + " and it has not written this one.");
            }
        }
    }

    /** Groups that would give it, in which the person is not; perhaps because the membership is parked. */
    private void otherGroups(ProviderGroups groups) {
        Set<String> parkedIn = parkedIn();
        int found = 0;
        Optional<String> after = Optional.empty();
        List<GroupRecord> page = stores.groups().page(connection.id(), after, PAGE);
        while (!page.isEmpty()) {
            for (GroupRecord group : page) {
                if (!groups.contains(group.scimId())) {
                    GroupDecision decision = decide(group);
                    if (MembershipReasons.target(decision, localGroup).isPresent()) {
                        otherGroup(group, decision, parkedIn);
                        if (++found == MAX_OTHER_GROUPS) {
                            return;
                        }
                    }
                }
            }
            after = Optional.of(page.get(page.size() - 1).nameKey());
            page = page.size() < PAGE ? List.of() : stores.groups().page(connection.id(), after, PAGE);
        }
    }

    private void otherGroup(GroupRecord group, GroupDecision decision, Set<String> parkedIn) {
        String rule = MembershipReasons.target(decision, localGroup)
                .map(LocalTarget::rule)
                .orElse("");
        if (parkedIn.contains(group.scimId())) {
            add(
                    Kind.PARKED,
                    "The provider has put an id of this person into \"" + group.displayName()
                            + "\" that is not the SCIM id; the membership is parked.",
                    group,
                    decision);
        } else {
            add(
                    Kind.NOT_IN_PROVIDER_GROUP,
                    "The rule \"" + rule + "\" gives it to the members of \"" + group.displayName()
                            + "\", and the provider has not put the person into that group.",
                    group,
                    decision);
        }
    }

    private Set<String> parkedIn() {
        Set<String> names = new HashSet<>(List.of(record.nameKey(), record.directoryName()));
        record.externalId().ifPresent(names::add);
        Set<String> groups = new HashSet<>();
        stores.memberships().findParked(connection.id(), names).stream()
                .map(Membership::groupId)
                .forEach(groups::add);
        return groups;
    }

    private void add(Kind kind, String sentence) {
        obstacles.add(Obstacle.of(kind, sentence));
    }

    private void add(Kind kind, String sentence, GroupRecord group, GroupDecision decision) {
        obstacles.add(new Obstacle(
                kind, sentence, Optional.of(new ProviderGroup(group.scimId(), group.displayName())), decision.asked()));
    }
}
