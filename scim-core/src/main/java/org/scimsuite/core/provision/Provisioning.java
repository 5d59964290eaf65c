package org.scimsuite.core.provision;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.UserRecordStore;

/** What provisioning can do, assembled from its ports. */
public final class Provisioning {

    private final List<ResourceService> services;

    /**
     * @param type the resource type of users
     * @param ids gives a new id with each call
     */
    public Provisioning(
            UserDirectoryPort directory,
            UserRecordStore store,
            Locks locks,
            ResourceType type,
            Clock clock,
            Supplier<String> ids) {
        UserViews views = new UserViews(type);
        UserRecords records = new UserRecords(clock, ids);
        RecordLocks recordLocks = new RecordLocks(locks);
        UserResolver resolver = new UserResolver(directory, store);
        PlanExecutor executor = new PlanExecutor(directory);
        UserHealer healer = new UserHealer(store, resolver, executor, views, recordLocks);
        UserReader reader = new UserReader(store, resolver, healer, views);
        UserLinker linker = new UserLinker(store, records, resolver, healer);
        UserSource.Parts reading =
                new UserSource.Parts(directory, store, reader, linker, healer, views, new NameRolls(directory, clock));
        UserProvisioner users = new UserProvisioner(new ProvisioningParts(
                directory,
                store,
                records,
                reader,
                healer,
                resolver,
                new WritePath(directory, store, executor),
                views,
                recordLocks));
        services = List.of(new UserService(type, reader, users, reading));
    }

    /** One for each resource type, in the order of {@code /ResourceTypes}. */
    public List<ResourceService> services() {
        return services;
    }
}
