package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** Reads one user by its SCIM id. */
public final class UserReader {

    private final UserRecordStore store;
    private final UserResolver resolver;
    private final UserHealer healer;
    private final UserViews views;

    UserReader(UserRecordStore store, UserResolver resolver, UserHealer healer, UserViews views) {
        this.store = store;
        this.resolver = resolver;
        this.healer = healer;
        this.views = views;
    }

    /** The user of that id; empty when there is none, the provider deleted it, or its person is gone from the directory. */
    public Optional<ProvisionedUser> find(ProvisioningContext context, String scimId) {
        return store.findById(context.connectionId(), scimId)
                .flatMap(record -> healer.settled(context, record))
                .flatMap(record -> view(context, record));
    }

    /** As {@link #find}, for callers that hold the record's lock. */
    Optional<ProvisionedUser> findUnderLock(ProvisioningContext context, String scimId) {
        return healer.settledUnderLock(context, scimId).flatMap(record -> view(context, record));
    }

    private Optional<ProvisionedUser> view(ProvisioningContext context, UserRecord record) {
        if (record.isDeleted()) {
            // an id is never used again, also when a local admin brings the person back: that is a new resource
            return Optional.empty();
        }
        return resolver.resolve(context, record)
                .map(user -> views.view(context, resolver.relink(context, record, user), user));
    }
}
