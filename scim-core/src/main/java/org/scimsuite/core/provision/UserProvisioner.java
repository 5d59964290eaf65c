package org.scimsuite.core.provision;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Progress;
import org.scimsuite.core.store.UserRecordStore;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/** Creates, changes and deletes users. Errors of the directory come out as they are; the endpoint words them. */
public final class UserProvisioner {

    /** Each round ends because another request was faster, and makes progress of its own. */
    private static final int ROUNDS = 5;

    private final UserDirectoryPort directory;
    private final UserRecordStore store;
    private final UserRecords records;
    private final UserReader reader;
    private final UserHealer healer;
    private final UserResolver resolver;
    private final WritePath writePath;
    private final UserAlignments alignments;
    private final UserAdmissions admissions;
    private final Shadows shadows;
    private final UserViews views;
    private final DesiredUsers desiredUsers;
    private final UserConflicts conflicts;
    private final RecordLocks locks;

    UserProvisioner(ProvisioningParts parts) {
        this.directory = parts.directory();
        this.store = parts.store();
        this.records = parts.records();
        this.reader = parts.reader();
        this.healer = parts.healer();
        this.resolver = parts.resolver();
        this.writePath = parts.writePath();
        this.alignments = parts.alignments();
        this.admissions = parts.admissions();
        this.shadows = parts.shadows();
        this.views = parts.views();
        this.desiredUsers = parts.desired();
        this.conflicts = parts.conflicts();
        this.locks = parts.locks();
    }

    /**
     * Creates a user; someone whom the provider deleted before and the directory kept comes back under a new id.
     *
     * @throws ScimException 409 uniqueness when the directory has a user of that name; 400 or 403 by the safeguards
     */
    public ProvisionedUser create(ProvisioningContext context, ScimResource wanted) {
        DesiredUser desired = desiredUsers.created(context, withActive(wanted, true));
        alignments.carryOn(context);
        for (int round = 0; round < ROUNDS; round++) {
            Optional<UserRecord> existing = store.findByNameKey(context.connectionId(), desired.nameKey());
            Optional<ProvisionedUser> created = existing.isPresent()
                    ? locks.with(
                            context.connectionId(),
                            existing.get().scimId(),
                            () -> createOver(context, existing.get().scimId(), desired))
                    : createNew(context, desired);
            if (created.isPresent()) {
                return created.get();
            }
        }
        throw new ScimException(ScimError.unavailable("Other requests are changing the same user.", 5));
    }

    /** Empty when another request was faster. */
    private Optional<ProvisionedUser> createNew(ProvisioningContext context, DesiredUser desired) {
        if (directory.findUserByName(context.directoryId(), desired.name()).isPresent()) {
            throw conflicts.taken(context, desired);
        }
        UserRecord next = records.created(context, desired, Optional.empty());
        // nobody knows the id yet, so no group has it
        return locks.with(
                        context.connectionId(),
                        next.scimId(),
                        () -> carryOut(context, new RecordWrite.Insert(), next, desired, Optional.empty()))
                .map(user -> user.withGroups(Optional.empty()));
    }

    /** There is a record of that name: of a creation that was not ended, of a former person, or of a present one. */
    private Optional<ProvisionedUser> createOver(ProvisioningContext context, String scimId, DesiredUser desired) {
        Optional<UserRecord> current = store.findById(context.connectionId(), scimId)
                .filter(record -> record.nameKey().equals(desired.nameKey()));
        if (current.filter(record -> isCreationOf(record, desired)).isPresent()) {
            UserRecord pending = current.get();
            Optional<DirectoryUser> actual = resolver.resolve(context, pending);
            UserRecord next = records.continued(pending, desired.resource());
            return carryOut(context, new RecordWrite.Update(pending), next, desired, actual);
        }
        Optional<UserRecord> settled = current.flatMap(record -> healer.settledUnderLock(context, record.scimId()))
                .filter(record -> record.nameKey().equals(desired.nameKey()));
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        UserRecord former = settled.get();
        Optional<DirectoryUser> person = resolver.resolve(context, former);
        if (person.isPresent() && !person.get().nameKey().equals(former.nameKey())) {
            // renamed by a local admin: the name is free again once the record has moved along
            resolver.relink(context, former, person.get());
            return Optional.empty();
        }
        boolean mayReturn =
                former.isDeleted() && !person.map(DirectoryUser::isActive).orElse(false);
        if (person.isPresent() && !mayReturn) {
            throw conflicts.taken(context, desired);
        }
        if (person.isEmpty()
                && directory
                        .findUserByName(context.directoryId(), desired.name())
                        .isPresent()) {
            throw conflicts.taken(context, desired);
        }
        UserRecord next = records.created(context, desired, person);
        // others who ask for the name find the new record as soon as it is stored, and wait for its lock
        return locks.with(
                context.connectionId(),
                next.scimId(),
                () -> carryOut(context, new RecordWrite.Replace(former), next, desired, person));
    }

    /** Of the same person: a mapping can make one name of several userNames. */
    private boolean isCreationOf(UserRecord record, DesiredUser desired) {
        return record.isPendingCreation()
                && DirectoryUser.nameKey(views.recorded(record).text("userName").orElse(""))
                        .equals(DirectoryUser.nameKey(desired.userName()));
    }

    private Optional<ProvisionedUser> carryOut(
            ProvisioningContext context,
            RecordWrite write,
            UserRecord next,
            DesiredUser desired,
            Optional<DirectoryUser> actual) {
        context.trace().subject(next.scimId(), desired.userName());
        ChangePlan plan = desiredUsers.plan(context, desired, actual);
        alignments.check(context, plan);
        shadows.note(context, plan);
        Alignment alignment = alignments.ofChange(context, Optional.empty(), next);
        WritePath.Written written = admissions.during(
                context,
                plan,
                Optional.empty(),
                desired,
                actual,
                () -> writePath.write(context, write, next, plan, alignment));
        if (written.stored() != UpdateResult.UPDATED) {
            return Optional.empty();
        }
        DirectoryUser user = written.user().or(() -> actual).orElseThrow();
        UserRecord record = written.record();
        if (record.isPending()) {
            record = writePath.applied(record, user, alignment);
        }
        alignment.finish();
        return Optional.of(views.view(context, record, user));
    }

    /**
     * Changes a user to what the edit makes of it; without any difference nothing is written.
     *
     * @param edit from the resource as shown to the resource as wanted; may throw to refuse
     * @throws ScimException 404, 412, 409 uniqueness when the new name is taken; 400 or 403 by the safeguards
     */
    public ProvisionedUser change(
            ProvisioningContext context, String scimId, Precondition ifMatch, UnaryOperator<ScimResource> edit) {
        alignments.carryOn(context);
        return locks.with(context.connectionId(), scimId, () -> {
            ProvisionedUser current = existing(context, scimId);
            ifMatch.require(current.version());
            ScimResource edited =
                    withActive(edit.apply(current.resource()), current.user().isActive());
            return change(context, current, desiredUsers.changed(context, current, edited));
        });
    }

    private ProvisionedUser change(ProvisioningContext context, ProvisionedUser current, DesiredUser desired) {
        ChangePlan plan = desiredUsers.plan(context, desired, Optional.of(current.user()));
        if (plan.isEmpty() && isRecorded(desired, current)) {
            return current;
        }
        alignments.check(context, plan);
        shadows.note(context, plan);
        Progress progress = plan.isEmpty() ? Progress.APPLIED : Progress.PENDING;
        UserRecord next = records.changed(current.record(), desired, progress);
        if (!next.nameKey().equals(current.record().nameKey())) {
            resolver.dropStale(context, next.nameKey());
        }
        Alignment alignment = alignments.ofChange(context, Optional.of(current.record()), next);
        if (Leavers.isEndedBy(plan)) {
            alignment.leaves(next.scimId(), current.user());
        }
        RecordWrite write = new RecordWrite.Update(current.record());
        WritePath.Written written = admissions.during(
                context,
                plan,
                Optional.of(current.record()),
                desired,
                Optional.of(current.user()),
                () -> writePath.write(context, write, next, plan, alignment));
        if (written.stored() == UpdateResult.UPDATED) {
            alignment.finish();
        }
        return switch (written.stored()) {
            case UPDATED -> views.view(context, written.record(), written.user().orElse(current.user()));
            case NAME_TAKEN -> throw conflicts.taken(context, desired);
            case STALE -> throw UserConflicts.stale();
        };
    }

    /** Against what was shown, where the mapping lets the directory's values be recorded; else against what is recorded. */
    private boolean isRecorded(DesiredUser desired, ProvisionedUser current) {
        String wanted = UserViews.stored(desired.resource());
        return wanted.equals(UserViews.stored(current.resource()))
                || wanted.equals(current.record().resource());
    }

    /**
     * Deletes a user as the connection's policy says.
     *
     * @throws ScimException 404, 412; 403 by the safeguards
     */
    public void delete(ProvisioningContext context, String scimId, Precondition ifMatch) {
        alignments.carryOn(context);
        locks.with(context.connectionId(), scimId, () -> {
            ProvisionedUser current = existing(context, scimId);
            ifMatch.require(current.version());
            DeletePolicy policy = context.connection().deletePolicy();
            ChangePlan plan = UserPlanner.toDelete(current.user().profile(), policy);
            alignments.check(context, plan);
            UserRecord next = records.deleted(current.record(), plan.isEmpty() ? Progress.APPLIED : Progress.PENDING);
            Alignment alignment = alignments.ofDeletion(context, next);
            // somebody whom a local admin has deactivated may still have tokens
            alignment.leaves(next.scimId(), current.user());
            WritePath.Written written =
                    writePath.write(context, new RecordWrite.Update(current.record()), next, plan, alignment);
            if (written.stored() != UpdateResult.UPDATED) {
                throw UserConflicts.stale();
            }
            if (policy == DeletePolicy.REMOVE) {
                store.delete(context.connectionId(), scimId);
            }
            alignment.finish();
            admissions.after(context, plan);
            return scimId;
        });
    }

    private ProvisionedUser existing(ProvisioningContext context, String scimId) {
        ProvisionedUser user =
                reader.findUnderLock(context, scimId).orElseThrow(() -> UserProvisioner.notFound(scimId));
        context.trace().subject(scimId, user.user().name());
        return user;
    }

    private static ScimResource withActive(ScimResource resource, boolean otherwise) {
        return resource.bool("active").isPresent() ? resource : resource.with("active", AttributeValue.bool(otherwise));
    }

    /** 404 for an id that there is not, or no more. */
    public static ScimException notFound(String scimId) {
        String shown = scimId.length() > 64 ? scimId.substring(0, 64) + "..." : scimId;
        return new ScimException(ScimError.of(
                404,
                "There is no user with the id \"" + shown
                        + "\". It may have been deleted; look the person up by userName."));
    }
}
