package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** Finds the directory user of a record, and keeps the link when a local admin renames the person. */
final class UserResolver {

    private final UserDirectoryPort directory;
    private final UserRecordStore store;

    UserResolver(UserDirectoryPort directory, UserRecordStore store) {
        this.directory = directory;
        this.store = store;
    }

    /** The directory user of a record; empty when it is gone. */
    Optional<DirectoryUser> resolve(ProvisioningContext context, UserRecord record) {
        return byName(context, record, record.directoryName())
                .or(() -> record.directoryExternalId()
                        .flatMap(id -> directory.findUserByExternalId(context.directoryId(), id)))
                .or(() -> renamedOnTheWay(context, record));
    }

    private Optional<DirectoryUser> byName(ProvisioningContext context, UserRecord record, String name) {
        return directory.findUserByName(context.directoryId(), name).filter(user -> isSamePerson(record, user));
    }

    /** A rename that was carried out before the process ended, in a directory without stable ids. */
    private Optional<DirectoryUser> renamedOnTheWay(ProvisioningContext context, UserRecord record) {
        return record.isPending() ? byName(context, record, record.nameKey()) : Optional.empty();
    }

    /** Whether a directory user of the record's name can be the record's person; a stable id, where known, decides. */
    static boolean isSamePerson(UserRecord record, DirectoryUser user) {
        return record.directoryExternalId().isEmpty()
                || user.externalId().isEmpty()
                || record.directoryExternalId().equals(user.externalId());
    }

    /** The record, with the link as it is now; stored when it differs. */
    UserRecord relink(ProvisioningContext context, UserRecord record, DirectoryUser user) {
        boolean linked = record.nameKey().equals(user.nameKey())
                && record.directoryName().equals(user.name())
                && record.directoryExternalId().equals(user.externalId());
        if (linked || record.isPending()) {
            return record;
        }
        UserRecord moved = record.applied(user.nameKey(), user.name(), user.externalId());
        UserRecordStore.UpdateResult result = store.update(moved, record.version());
        if (result == UserRecordStore.UpdateResult.NAME_TAKEN && dropStale(context, user.nameKey())) {
            result = store.update(moved, record.version());
        }
        return result == UserRecordStore.UpdateResult.UPDATED ? moved : record;
    }

    /** Removes the record that has this name, if its own person is gone: it must not keep the name from somebody else. */
    boolean dropStale(ProvisioningContext context, String nameKey) {
        Optional<UserRecord> stale = store.findByNameKey(context.connectionId(), nameKey)
                .filter(record ->
                        !record.isPending() && resolve(context, record).isEmpty());
        stale.ifPresent(record -> store.delete(context.connectionId(), record.scimId()));
        return stale.isPresent();
    }
}
