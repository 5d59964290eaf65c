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
    private final Leavers leavers;
    private final Seats seats;
    private final SeatWaiters waiters;
    private final PeopleAligner people;
    private final Alignments alignments;
    private final List<ResourceService> services;
    private final UserRemapper remapper;

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
        leavers = new Leavers(
                ports.product().leavers(), ports.directory(), stores.alignment().tasks(), ports.clock(), ports.ids());
        healer = new UserHealer(stores.users(), resolver, executor, desiredUsers, userLocks, parked, leavers);
        desiredMemberships = new DesiredMemberships(userGroups, views);
        protections = new Protections(ports.directory(), ports.mappings());
        seats = new Seats(ports.product().seats(), ports.directory(), ports.locks());
        waiters = new SeatWaiters(seats, stores.alignment().tasks(), ports.connections(), ports.clock(), ports.ids());
        people = newPeopleAligner();
        alignments = newAlignments();
        ProvisioningParts users = userParts();
        remapper = new UserRemapper(users);
        services = List.of(userService(users), groupService());
    }

    private PeopleAligner newPeopleAligner() {
        ProvisioningStores stores = ports.stores();
        AlignmentStores kept = stores.alignment();
        OtherGrants others = new OtherGrants(ports.connections(), stores.users(), kept.grants());
        return new PeopleAligner(new PeopleAligner.Parts(
                ports.directory(),
                stores.users(),
                resolver,
                kept,
                desiredMemberships,
                ports.mappings(),
                others,
                new AlignmentExecutor(
                        kept.grants(),
                        new GroupChanges(ports.directory(), kept.madeGroups()),
                        new EmptiedGroups(ports.directory(), kept, others, ports.clock(), ports.ids()),
                        seats,
                        waiters),
                new RecordLocks(ports.locks(), "alignment"),
                ports.clock()));
    }

    private Alignments newAlignments() {
        ProvisioningStores stores = ports.stores();
        AlignmentStores kept = stores.alignment();
        return new Alignments(new Alignments.Parts(
                kept.tasks(),
                stores.users(),
                healer,
                new AlignmentScopes(stores.users(), userGroups, kept.grants()),
                people,
                new PeopleRemapper(this::remapper, stores.users(), ports.mappings()),
                leavers,
                userLocks,
                ports.mappings(),
                new RecordLocks(ports.locks(), "task"),
                ports.clock(),
                ports.ids()));
    }

    private ProvisioningParts userParts() {
        UserDirectoryPort directory = ports.directory();
        UserRecordStore store = ports.stores().users();
        return new ProvisioningParts(
                directory,
                store,
                new UserRecords(ports.clock(), ports.ids()),
                new UserReader(store, resolver, healer, views),
                healer,
                resolver,
                new WritePath(directory, store, executor, parked),
                new UserAlignments(alignments, ports.mappings(), protections),
                new UserAdmissions(seats, waiters, ports.mappings(), views, ports.directory()),
                new Shadows(directory),
                views,
                desiredUsers,
                new UserConflicts(store, views),
                userLocks);
    }

    private UserService userService(ProvisioningParts parts) {
        UserSource.Parts reading = new UserSource.Parts(
                parts.directory(),
                parts.store(),
                parts.reader(),
                new UserLinker(parts.store(), parts.records(), resolver, healer, parked),
                healer,
                views,
                desiredUsers,
                new NameRolls(parts.directory(), ports.clock()));
        return new UserService(userType, parts.reader(), new UserProvisioner(parts), reading, userGroups);
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

    /** For previews and reasons. */
    public Foresight foresight() {
        return new Foresight(people, desiredMemberships, views, remapper, seats, ports.directory());
    }

    /** For the background. */
    public AlignmentWorker worker() {
        return new AlignmentWorker(ports.stores().alignment().tasks(), alignments);
    }

    /** Carries changed mappings to the people who are there. */
    public UserRemapper remapper() {
        return remapper;
    }

    /** One for each resource type, in the order of {@code /ResourceTypes}. */
    public List<ResourceService> services() {
        return services;
    }
}
