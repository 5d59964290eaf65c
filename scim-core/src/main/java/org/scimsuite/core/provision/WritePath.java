package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/**
 * The one way in which anything is changed: safeguards, journal, write-ahead record, directory, record carried out. The
 * caller holds the record's lock.
 */
final class WritePath {

    private final UserDirectoryPort directory;
    private final UserRecordStore store;
    private final PlanExecutor executor;
    private final ParkedMembers parked;

    WritePath(UserDirectoryPort directory, UserRecordStore store, PlanExecutor executor, ParkedMembers parked) {
        this.directory = directory;
        this.store = store;
        this.executor = executor;
        this.parked = parked;
    }

    /**
     * Carries a plan out. When the directory refuses, the previous record is put back before the exception goes on.
     *
     * @return what became of the write-ahead record; unless it was stored, nothing was changed
     */
    Written write(
            ProvisioningContext context, RecordWrite write, UserRecord next, ChangePlan plan, Alignment alignment) {
        check(context, plan);
        Alongside note = next.isPending()
                ? alignment.planned(plan)
                : alignment.recorded().and(parked.arriving(next));
        UpdateResult stored = write.store(store, next, note);
        if (stored != UpdateResult.UPDATED) {
            return new Written(stored, next, Optional.empty());
        }
        Optional<DirectoryUser> after;
        try {
            after = executor.execute(context.directoryId(), plan);
        } catch (DirectoryException refusal) {
            write.takeBack(store, next);
            alignment.forget();
            throw refusal;
        }
        UserRecord record = after.map(user -> applied(next, user, alignment)).orElse(next);
        context.trace().changed();
        return new Written(stored, record, after);
    }

    /**
     * Checks a plan, and changes nothing.
     *
     * @throws org.scimsuite.core.message.ScimException 400 or 403 by the safeguards
     */
    void check(ProvisioningContext context, ChangePlan plan) {
        Safeguards.checkPermissions(plan, directory(context));
        Safeguards.checkLengths(plan);
    }

    /** Marks the record as carried out, and with it the request, unless local groups follow. */
    UserRecord applied(UserRecord next, DirectoryUser user, Alignment alignment) {
        UserRecord applied = next.applied(user.nameKey(), user.name(), user.externalId());
        store.update(applied, next.version(), alignment.applied().and(parked.arriving(applied)));
        return applied;
    }

    private DirectoryInfo directory(ProvisioningContext context) {
        return directory
                .directory(context.directoryId())
                .orElseThrow(() -> new DirectoryException.DirectoryGone(
                        "The directory of this connection is switched off or was removed.", null));
    }

    /**
     * The result of a write.
     *
     * @param user the directory user after the plan; empty when nothing was planned, or it was removed
     */
    record Written(UpdateResult stored, UserRecord record, Optional<DirectoryUser> user) {}
}
