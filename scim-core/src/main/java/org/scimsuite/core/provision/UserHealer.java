package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/**
 * Ends what a stopped process began: a pending record says what the directory shall hold, the directory says what it holds,
 * and the difference is carried out. Doing it twice does nothing twice.
 */
final class UserHealer {

    private final UserRecordStore store;
    private final UserResolver resolver;
    private final PlanExecutor executor;
    private final DesiredUsers desired;
    private final RecordLocks locks;
    private final ParkedMembers parked;
    private final Leavers leavers;

    UserHealer(
            UserRecordStore store,
            UserResolver resolver,
            PlanExecutor executor,
            DesiredUsers desired,
            RecordLocks locks,
            ParkedMembers parked,
            Leavers leavers) {
        this.store = store;
        this.resolver = resolver;
        this.executor = executor;
        this.desired = desired;
        this.locks = locks;
        this.parked = parked;
        this.leavers = leavers;
    }

    /** The record of that id, carried out if it was pending; empty when there is none any more. Takes the lock itself. */
    Optional<UserRecord> settled(ProvisioningContext context, UserRecord record) {
        if (!record.isPending()) {
            return Optional.of(record);
        }
        return locks.with(context.connectionId(), record.scimId(), () -> settledUnderLock(context, record.scimId()));
    }

    /** Carries out all that was left undone, but for what another request is still at work on. */
    void settleAbandoned(ProvisioningContext context) {
        for (UserRecord pending : store.findPending(context.connectionId())) {
            locks.ifFree(context.connectionId(), pending.scimId(), () -> settledUnderLock(context, pending.scimId()));
        }
    }

    /** As {@link #settled}, for callers that hold the record's lock. */
    Optional<UserRecord> settledUnderLock(ProvisioningContext context, String scimId) {
        Optional<UserRecord> record = store.findById(context.connectionId(), scimId);
        return record.filter(UserRecord::isPending).isPresent()
                ? record.flatMap(pending -> heal(context, pending))
                : record;
    }

    private Optional<UserRecord> heal(ProvisioningContext context, UserRecord record) {
        Optional<DirectoryUser> actual = resolver.resolve(context, record);
        if (actual.isEmpty() && !record.isPendingCreation()) {
            return goneMeanwhile(context, record);
        }
        try {
            return record.isDeleted()
                    ? healDeletion(context, record, actual.orElseThrow())
                    : Optional.of(healChange(context, record, actual));
        } catch (DirectoryException.UserExists
                | DirectoryException.InvalidUser
                | DirectoryException.NotPermitted
                | DirectoryException.UserNotFound refusal) {
            return settleForWhatIs(context, record, resolver.resolve(context, record));
        }
    }

    /** A person who was removed locally is not made anew by an old request. */
    private Optional<UserRecord> goneMeanwhile(ProvisioningContext context, UserRecord record) {
        return settleForWhatIs(context, record, Optional.empty());
    }

    private Optional<UserRecord> healDeletion(ProvisioningContext context, UserRecord record, DirectoryUser actual) {
        ChangePlan plan =
                UserPlanner.toDelete(actual.profile(), context.connection().deletePolicy());
        carryOut(context, record, plan, Optional.of(actual));
        if (context.connection().deletePolicy() == DeletePolicy.REMOVE) {
            store.delete(context.connectionId(), record.scimId());
            return Optional.empty();
        }
        return Optional.of(apply(record, actual));
    }

    private UserRecord healChange(ProvisioningContext context, UserRecord record, Optional<DirectoryUser> actual) {
        ChangePlan plan = desired.plan(context, desired.recorded(context, record), actual);
        Optional<DirectoryUser> after = carryOut(context, record, plan, actual);
        return apply(record, after.or(() -> actual).orElseThrow());
    }

    private Optional<DirectoryUser> carryOut(
            ProvisioningContext context, UserRecord record, ChangePlan plan, Optional<DirectoryUser> actual) {
        context.trace().subject(record.scimId(), record.directoryName());
        if (Leavers.isEndedBy(plan)) {
            actual.ifPresent(
                    user -> leavers.noting(context, record.scimId(), user).alone());
        }
        if (!plan.isEmpty()) {
            context.trace().planned(plan).alone();
        }
        Optional<DirectoryUser> after = executor.execute(context.directoryId(), plan);
        context.trace().changed();
        return after;
    }

    /** The directory refuses what was begun: the record follows the directory. */
    private Optional<UserRecord> settleForWhatIs(
            ProvisioningContext context, UserRecord record, Optional<DirectoryUser> actual) {
        if (actual.isEmpty()) {
            store.delete(context.connectionId(), record.scimId());
            return Optional.empty();
        }
        return Optional.of(apply(record, actual.get()));
    }

    private UserRecord apply(UserRecord record, DirectoryUser user) {
        UserRecord applied = record.applied(user.nameKey(), user.name(), user.externalId());
        store.update(applied, record.version(), parked.arriving(applied));
        return applied;
    }
}
