package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.patch.MemberDelta;
import org.scimsuite.core.patch.MemberDelta.Base;
import org.scimsuite.core.patch.MemberDelta.Given;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MemberChange;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/** Creates, changes and deletes groups: what the provider says about them is recorded, and local groups follow. */
final class GroupProvisioner {

    /** Each round ends because the group lost a member who was deleted at that moment, or a lock was lost. */
    private static final int ROUNDS = 20;

    private final GroupRecordStore store;
    private final MembershipStore memberships;
    private final GroupMembers members;
    private final GroupViews views;
    private final ParkedMembers parked;
    private final GroupAlignments alignments;
    private final RecordLocks locks;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param ids gives a new id with each call
     */
    GroupProvisioner(
            GroupRecordStore store,
            MembershipStore memberships,
            GroupMembers members,
            GroupViews views,
            ParkedMembers parked,
            GroupAlignments alignments,
            RecordLocks locks,
            Clock clock,
            Supplier<String> ids) {
        this.store = store;
        this.memberships = memberships;
        this.members = members;
        this.views = views;
        this.parked = parked;
        this.alignments = alignments;
        this.locks = locks;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a group shall be.
     *
     * @param resource its members do not count
     */
    record Wanted(ScimResource resource, MemberDelta members) {

        /** A whole resource: who is not among its members is none. */
        static Wanted exactly(ScimResource resource) {
            return new Wanted(resource, MemberDelta.exactly(GroupEdit.given(resource.get(GroupEdit.members()))));
        }
    }

    ProvisionedGroup create(ProvisioningContext context, ScimResource resource) {
        Alignment alignment = alignments.begin(context);
        Wanted wanted = Wanted.exactly(resource);
        String name = name(resource);
        if (store.findByNameKey(context.connectionId(), GroupRecord.nameKeyOf(name))
                .isPresent()) {
            throw taken(name);
        }
        String id = ids.get();
        List<GroupMember> resolved = members.resolve(
                context,
                id,
                parked.known(context, members, wanted.members(), Set.of())
                        .added()
                        .values());
        Instant now = now();
        GroupRecord record = new GroupRecord(
                id,
                context.connectionId(),
                name,
                name,
                resource.externalId(),
                GroupViews.stored(resource),
                now,
                now,
                GroupRecord.FIRST_VERSION);
        context.trace().subject(id, name);
        alignments.ofCreation(context, alignment, record, resolved);
        context.trace().decided(List.of(GroupSentences.create(name, resolved.size())));
        if (!store.insert(
                record, resolved, journalId(context), alignment.recorded().and(parked.arriving(record)))) {
            throw taken(name);
        }
        alignment.finish();
        return views.view(context, withoutTheGone(context, record, resolved));
    }

    /**
     * Who is deleted leaves all groups, but may not see one it joins at that very moment: so whoever writes last looks again.
     *
     * @return the group as it is then
     */
    private GroupRecord withoutTheGone(
            ProvisioningContext context, GroupRecord written, Collection<GroupMember> added) {
        parked.lookAgain(written.connectionId(), added, now());
        List<String> gone = members.gone(context, added);
        gone.forEach(id -> store.leaveAll(written.connectionId(), id, now()));
        return gone.isEmpty()
                ? written
                : store.findById(written.connectionId(), written.scimId()).orElse(written);
    }

    /** Changes a group to what the edit makes of it; without any difference nothing is written. */
    ProvisionedGroup change(
            ProvisioningContext context, String id, Precondition ifMatch, Function<ProvisionedGroup, Wanted> edit) {
        Alignment alignment = alignments.begin(context);
        ProvisionedGroup changed =
                underLock(context, id, ifMatch, current -> write(context, alignment, current, edit.apply(current)));
        alignment.finish();
        return changed;
    }

    void delete(ProvisioningContext context, String id, Precondition ifMatch) {
        Alignment alignment = alignments.begin(context);
        underLock(context, id, ifMatch, current -> {
            alignments.ofDeletion(context, alignment, current.record());
            context.trace()
                    .decided(List.of(GroupSentences.delete(current.record().displayName())));
            if (!store.delete(current.record(), now(), alignment.recorded())) {
                return Optional.empty();
            }
            return Optional.of(current);
        });
        alignment.finish();
    }

    /** Does the work on the group as it is; again as long as it is found changed meanwhile. */
    private ProvisionedGroup underLock(
            ProvisioningContext context,
            String id,
            Precondition ifMatch,
            Function<ProvisionedGroup, Optional<ProvisionedGroup>> work) {
        return locks.with(context.connectionId(), id, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                ProvisionedGroup current = find(context, id).orElseThrow(() -> notFound(id));
                context.trace().subject(id, current.record().displayName());
                ifMatch.require(current.version());
                Optional<ProvisionedGroup> done = work.apply(current);
                if (done.isPresent()) {
                    return done.get();
                }
            }
            throw new ScimException(
                    ScimError.unavailable("The group was changed by other requests all the time. Send this again.", 1));
        });
    }

    Optional<ProvisionedGroup> find(ProvisioningContext context, String id) {
        return store.findById(context.connectionId(), id).map(record -> views.view(context, record));
    }

    /** Empty when the group was changed meanwhile. */
    private Optional<ProvisionedGroup> write(
            ProvisioningContext context, Alignment alignment, ProvisionedGroup current, Wanted wanted) {
        GroupRecord before = current.record();
        String resource = GroupViews.stored(wanted.resource());
        Named named = named(context, before.scimId(), wanted.members());
        MemberChange change = change(context, before.scimId(), named);
        if (change.equals(MemberChange.NONE) && resource.equals(before.resource())) {
            return Optional.of(current);
        }
        GroupRecord next = new GroupRecord(
                before.scimId(),
                before.connectionId(),
                name(wanted.resource()),
                before.firstName(),
                wanted.resource().externalId(),
                resource,
                before.created(),
                now(),
                before.version() + 1);
        alignments.ofChange(context, alignment, before, next, change, named.present());
        context.trace().decided(GroupSentences.change(before, next, change));
        UpdateResult result = store.update(
                next,
                before.version(),
                change,
                journalId(context),
                alignment.recorded().and(parked.arriving(next)));
        if (result == UpdateResult.NAME_TAKEN) {
            throw taken(next.displayName());
        }
        if (result == UpdateResult.STALE) {
            return Optional.empty();
        }
        return Optional.of(views.view(context, withoutTheGone(context, next, change.joining())));
    }

    /**
     * A delta by the ids that members have here.
     *
     * @param present those whom it names and who are members
     */
    private record Named(MemberDelta delta, List<GroupMember> present) {

        Set<String> presentIds() {
            return present.stream().map(GroupMember::id).collect(Collectors.toSet());
        }
    }

    private Named named(ProvisioningContext context, String groupId, MemberDelta delta) {
        if (delta.isEmpty()) {
            return new Named(delta, List.of());
        }
        Collection<String> ids = new ArrayList<>(delta.added().keySet());
        ids.addAll(delta.removed());
        Named named = new Named(delta, memberships.findMembers(context.connectionId(), groupId, ids));
        MemberDelta known = parked.known(context, members, delta, named.presentIds());
        return known.equals(delta) ? named : named(context, groupId, known);
    }

    /** The difference a delta makes: who is a member already is not added, who is none is not removed. */
    private MemberChange change(ProvisioningContext context, String groupId, Named named) {
        MemberDelta delta = named.delta();
        if (delta.isEmpty()) {
            return MemberChange.NONE;
        }
        Set<String> presentIds = named.presentIds();
        List<Given> missing = delta.added().values().stream()
                .filter(member -> !presentIds.contains(member.id()))
                .toList();
        List<GroupMember> added = members.resolve(context, groupId, missing);
        if (delta.base() == Base.PRESENT) {
            return new MemberChange.Edit(
                    added, delta.removed().stream().filter(presentIds::contains).toList());
        }
        if (added.isEmpty() && memberships.countMembers(context.connectionId(), groupId) == presentIds.size()) {
            return MemberChange.NONE;
        }
        List<GroupMember> all = new ArrayList<>(named.present());
        all.addAll(added);
        return new MemberChange.Replacement(all);
    }

    private static String name(ScimResource resource) {
        String name = resource.text("displayName").orElse("");
        Safeguards.checkGroupName(name);
        return name;
    }

    private static Optional<String> journalId(ProvisioningContext context) {
        return Optional.of(context.trace().journalId());
    }

    /** Stores keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** 404 for an id that there is not, or no more. */
    static ScimException notFound(String id) {
        String shown = id.length() > 64 ? id.substring(0, 64) + "..." : id;
        return new ScimException(ScimError.of(
                404,
                "There is no group with the id \"" + shown
                        + "\". It may have been deleted; look the group up by displayName."));
    }

    private static ScimException taken(String name) {
        return new ScimException(
                ScimError.of(
                        409,
                        ScimType.UNIQUENESS,
                        "There is already a group with the displayName \"" + name
                                + "\". To take over that group, look it up with the filter displayName eq, then PUT or PATCH it."));
    }
}
