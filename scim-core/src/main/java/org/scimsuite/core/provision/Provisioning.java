package org.scimsuite.core.provision;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.SchemaRegistry;
import org.scimsuite.core.store.UserRecordStore;

/** What provisioning can do, assembled from its ports. */
public final class Provisioning {

    private final List<ResourceService> services;

    /**
     * @param types the resource types, User and Group among them
     * @param ids gives a new id with each call
     */
    public Provisioning(
            UserDirectoryPort directory,
            ProvisioningStores stores,
            Locks locks,
            SchemaRegistry types,
            Clock clock,
            Supplier<String> ids) {
        ResourceType userType = types.resourceType("User").orElseThrow();
        ResourceType groupType = types.resourceType("Group").orElseThrow();
        UserRecordStore store = stores.users();
        UserGroups userGroups = new UserGroups(stores.memberships(), stores.groups(), userType, groupType);
        UserViews views = new UserViews(userType, userGroups);
        ParkedMembers parked =
                new ParkedMembers(stores.memberships(), stores.groups(), new MemberAliases(store, stores.groups()));
        UserRecords records = new UserRecords(clock, ids);
        RecordLocks recordLocks = new RecordLocks(locks, "user");
        UserResolver resolver = new UserResolver(directory, store);
        PlanExecutor executor = new PlanExecutor(directory);
        UserHealer healer = new UserHealer(store, resolver, executor, views, recordLocks, parked);
        UserReader reader = new UserReader(store, resolver, healer, views);
        UserLinker linker = new UserLinker(store, records, resolver, healer, parked);
        UserSource.Parts reading =
                new UserSource.Parts(directory, store, reader, linker, healer, views, new NameRolls(directory, clock));
        UserProvisioner users = new UserProvisioner(new ProvisioningParts(
                directory,
                store,
                records,
                reader,
                healer,
                resolver,
                new WritePath(directory, store, executor, parked),
                views,
                recordLocks));
        services = List.of(
                new UserService(userType, reader, users, reading, userGroups),
                groupService(stores, userType, groupType, parked, new RecordLocks(locks, "group"), clock, ids));
    }

    private static GroupService groupService(
            ProvisioningStores stores,
            ResourceType userType,
            ResourceType groupType,
            ParkedMembers parked,
            RecordLocks locks,
            Clock clock,
            Supplier<String> ids) {
        GroupMembers members =
                new GroupMembers(stores.memberships(), stores.users(), stores.groups(), userType, groupType);
        GroupViews views = new GroupViews(groupType, members);
        GroupProvisioner groups =
                new GroupProvisioner(stores.groups(), stores.memberships(), members, views, parked, locks, clock, ids);
        GroupSource.Parts reading = new GroupSource.Parts(stores.groups(), stores.memberships(), views);
        return new GroupService(groupType, groups, members, reading);
    }

    /** One for each resource type, in the order of {@code /ResourceTypes}. */
    public List<ResourceService> services() {
        return services;
    }
}
