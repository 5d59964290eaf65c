package org.scimsuite.core.provision;

import java.util.List;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.SchemaRegistry;
import org.scimsuite.core.store.UserRecordStore;

/** What provisioning can do, assembled from its ports. */
public final class Provisioning {

    private final ProvisioningPorts ports;
    private final ResourceType userType;
    private final ResourceType groupType;
    private final UserGroups userGroups;
    private final UserViews views;
    private final UserResolver resolver;
    private final PlanExecutor executor;
    private final RecordLocks userLocks;
    private final ParkedMembers parked;
    private final UserHealer healer;
    private final DesiredMemberships desiredMemberships;
    private final DesiredUsers desiredUsers;
    private final Protections protections;
    private final Alignments alignments;
    private final List<ResourceService> services;

    /**
     * @param types the resource types, User and Group among them
     */
    public Provisioning(ProvisioningPorts ports, SchemaRegistry types) {
        this.ports = ports;
        userType = types.resourceType("User").orElseThrow();
        groupType = types.resourceType("Group").orElseThrow();
        ProvisioningStores stores = ports.stores();
        userGroups = new UserGroups(stores.memberships(), stores.groups(), userType, groupType);
        views = new UserViews(userType, userGroups, ports.mappings());
        desiredUsers = new DesiredUsers(ports.mappings(), ports.directory(), views);
        resolver = new UserResolver(ports.directory(), stores.users());
        executor = new PlanExecutor(ports.directory());
        userLocks = new RecordLocks(ports.locks(), "user");
        parked = new ParkedMembers(
                stores.memberships(), stores.groups(), new MemberAliases(stores.users(), stores.groups()));
        healer = new UserHealer(stores.users(), resolver, executor, desiredUsers, userLocks, parked);
        desiredMemberships = new DesiredMemberships(userGroups, views);
        protections = new Protections(ports.directory(), ports.mappings());
        alignments = newAlignments();
        services = List.of(userService(), groupService());
    }

    private Alignments newAlignments() {
        ProvisioningStores stores = ports.stores();
        AlignmentStores kept = stores.alignment();
        OtherGrants others = new OtherGrants(ports.connections(), stores.users(), kept.grants());
        RecordLocks locks = new RecordLocks(ports.locks(), "alignment");
        PeopleAligner people = new PeopleAligner(new PeopleAligner.Parts(
                ports.directory(),
                stores.users(),
                resolver,
                kept,
                desiredMemberships,
                ports.mappings(),
                others,
                new GroupChanges(ports.directory(), kept, others),
                locks,
                ports.clock()));
        return new Alignments(new Alignments.Parts(
                kept.tasks(),
                stores.users(),
                healer,
                new AlignmentScopes(stores.users(), userGroups, kept.grants()),
                people,
                ports.mappings(),
                locks,
                ports.clock(),
                ports.ids()));
    }

    private UserService userService() {
        UserDirectoryPort directory = ports.directory();
        UserRecordStore store = ports.stores().users();
        UserRecords records = new UserRecords(ports.clock(), ports.ids());
        UserReader reader = new UserReader(store, resolver, healer, views);
        UserLinker linker = new UserLinker(store, records, resolver, healer, parked);
        UserSource.Parts reading = new UserSource.Parts(
                directory, store, reader, linker, healer, views, desiredUsers, new NameRolls(directory, ports.clock()));
        UserProvisioner users = new UserProvisioner(new ProvisioningParts(
                directory,
                store,
                records,
                reader,
                healer,
                resolver,
                new WritePath(directory, store, executor, parked),
                new UserAlignments(alignments, ports.mappings(), protections),
                views,
                desiredUsers,
                new UserConflicts(store, views),
                userLocks));
        return new UserService(userType, reader, users, reading, userGroups);
    }

    private GroupService groupService() {
        ProvisioningStores stores = ports.stores();
        GroupMembers members =
                new GroupMembers(stores.memberships(), stores.users(), stores.groups(), userType, groupType);
        GroupViews groupViews = new GroupViews(groupType, members);
        GroupAlignments groupAlignments = new GroupAlignments(
                alignments,
                ports.mappings(),
                protections,
                userGroups,
                stores.memberships(),
                stores.alignment().grants());
        GroupProvisioner groups = new GroupProvisioner(
                stores.groups(),
                stores.memberships(),
                members,
                groupViews,
                parked,
                groupAlignments,
                new RecordLocks(ports.locks(), "group"),
                ports.clock(),
                ports.ids());
        GroupSource.Parts reading = new GroupSource.Parts(stores.groups(), stores.memberships(), groupViews);
        return new GroupService(groupType, groups, members, reading);
    }

    /** For the background. */
    public AlignmentWorker worker() {
        return new AlignmentWorker(ports.stores().alignment().tasks(), alignments);
    }

    /** One for each resource type, in the order of {@code /ResourceTypes}. */
    public List<ResourceService> services() {
        return services;
    }
}
