package org.scimsuite.core.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.admin.MembershipReason.Chain;
import org.scimsuite.core.admin.MembershipReason.Given;
import org.scimsuite.core.admin.MembershipReason.Held;
import org.scimsuite.core.admin.MembershipReason.Person;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupDecision;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.mapping.ProvidedGroup;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.core.provision.DesiredMembership;
import org.scimsuite.core.provision.DesiredMembership.Reason;
import org.scimsuite.core.provision.Foresight;
import org.scimsuite.core.provision.MappingSource;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.UserRecord;

/** Answers why somebody is in a local group or not, and tries a mapping out. Changes nothing. */
public final class MembershipReasons {

    private final ConnectionStore connections;
    private final ProvisioningStores stores;
    private final JournalStore journal;
    private final UserDirectoryPort directory;
    private final SeatPort seats;
    private final Supplier<? extends MappingSource> mappings;
    private final Supplier<Foresight> foresight;

    MembershipReasons(
            ConnectionStore connections,
            ProvisioningStores stores,
            JournalStore journal,
            Product product,
            Supplier<? extends MappingSource> mappings,
            Supplier<Foresight> foresight) {
        this.connections = connections;
        this.stores = stores;
        this.journal = journal;
        this.directory = product.directory();
        this.seats = product.seats();
        this.mappings = mappings;
        this.foresight = foresight;
    }

    /**
     * The local groups of a person by the mapping in force.
     *
     * @param chains why, by the name of the local group
     */
    public record PersonDecision(Person person, Map<String, List<Chain>> chains) {}

    /**
     * Why a person is in a local group, or why not.
     *
     * @param person the SCIM id, or the name in the directory in any case
     */
    public AdminResult<MembershipReason> why(String connectionId, String person, String localGroup) {
        return withPerson(connectionId, person, (connection, record) -> {
            if (localGroup.isBlank()) {
                return Invalid.of("group", "Name a local group.");
            }
            return new Done<>(reason(connection, record, localGroup.strip()));
        });
    }

    private MembershipReason reason(Connection connection, UserRecord record, String localGroup) {
        CompiledMapping mapping = mappings.get().current(connection.id());
        ProviderGroups groups =
                ProviderGroups.of(connection.id(), record.scimId(), stores.memberships(), stores.groups());
        Optional<DesiredMembership> desired = Optional.ofNullable(
                foresight.get().memberships(connection, mapping, record).get(DirectoryGroup.nameKey(localGroup)));
        Optional<Grant> grant = grant(connection, record, localGroup);
        Held held = held(connection, record, localGroup);
        List<MembershipReason.Obstacle> obstacles = new MembershipObstacles(
                        connection, mapping, record, localGroup, stores, directory, seats, foresight.get())
                .find(desired, grant.isPresent(), held, groups);
        return new MembershipReason(
                person(record),
                directory
                        .findGroupByName(connection.directoryId(), localGroup)
                        .map(DirectoryGroup::name)
                        .orElse(localGroup),
                desired.map(membership -> chains(membership, groups)).orElse(List.of()),
                obstacles,
                grant.map(this::given),
                held);
    }

    private static Person person(UserRecord record) {
        return new Person(record.scimId(), record.directoryName(), record.lifecycle());
    }

    private static List<Chain> chains(DesiredMembership membership, ProviderGroups groups) {
        List<Chain> chains = new ArrayList<>();
        for (Reason reason : membership.reasons()) {
            chains.add(new Chain(
                    reason.rule(),
                    reason instanceof Reason.ThroughGroup through ? groups.way(through.groupId()) : List.of()));
        }
        return chains;
    }

    private Optional<Grant> grant(Connection connection, UserRecord record, String localGroup) {
        String key = DirectoryGroup.nameKey(localGroup);
        return stores.alignment().grants().findByUsers(connection.id(), List.of(record.scimId())).stream()
                .filter(grant -> DirectoryGroup.nameKey(grant.localGroup()).equals(key))
                .findFirst();
    }

    private Given given(Grant grant) {
        Optional<JournalEntry> entry = journal.find(grant.journalId());
        return new Given(
                grant.origin(),
                grant.since(),
                grant.journalId(),
                entry.map(request -> request.method() + " " + request.path()),
                entry.map(JournalEntry::receivedAt));
    }

    private Held held(Connection connection, UserRecord record, String localGroup) {
        long directoryId = connection.directoryId();
        if (directory.findUserByName(directoryId, record.directoryName()).isEmpty()) {
            return Held.NO_SUCH_USER;
        }
        if (directory.findGroupByName(directoryId, localGroup).isEmpty()) {
            return Held.NO_SUCH_GROUP;
        }
        String key = DirectoryGroup.nameKey(localGroup);
        return directory.groupsOfUser(directoryId, record.directoryName()).stream()
                        .anyMatch(name -> DirectoryGroup.nameKey(name).equals(key))
                ? Held.MEMBER
                : Held.NO_MEMBER;
    }

    /**
     * Which local groups the mapping in force gives the members of a group of the provider, which need not exist.
     *
     * @param name what the provider calls it
     */
    public AdminResult<GroupDecision> decideGroup(String connectionId, String name, Optional<String> externalId) {
        if (connections.find(connectionId).isEmpty()) {
            return new NotFound<>();
        }
        if (name.isBlank()) {
            return Invalid.of("group", "Name a group of the provider.");
        }
        return new Done<>(mappings.get().current(connectionId).decide(new ProvidedGroup("", name, name, externalId)));
    }

    /**
     * Which local groups the mapping in force gives a person.
     *
     * @param person as for {@link #why}
     */
    public AdminResult<PersonDecision> decidePerson(String connectionId, String person) {
        return withPerson(connectionId, person, (connection, record) -> {
            CompiledMapping mapping = mappings.get().current(connection.id());
            ProviderGroups groups =
                    ProviderGroups.of(connection.id(), record.scimId(), stores.memberships(), stores.groups());
            Map<String, List<Chain>> chains = new TreeMap<>();
            foresight
                    .get()
                    .memberships(connection, mapping, record)
                    .values()
                    .forEach(membership -> chains.put(membership.localGroup(), chains(membership, groups)));
            return new Done<>(new PersonDecision(person(record), chains));
        });
    }

    @FunctionalInterface
    private interface Question<T> {
        AdminResult<T> of(Connection connection, UserRecord record);
    }

    private <T> AdminResult<T> withPerson(String connectionId, String person, Question<T> question) {
        Optional<Connection> connection = connections.find(connectionId);
        if (connection.isEmpty()) {
            return new NotFound<>();
        }
        Optional<UserRecord> record = stores.users()
                .findById(connectionId, person)
                .or(() -> stores.users().findByNameKey(connectionId, DirectoryUser.nameKey(person)));
        return record.isPresent()
                ? question.of(connection.get(), record.get())
                : Invalid.of(
                        "person",
                        "The provider of this connection has neither written nor looked up a person of this id or name.");
    }

    /** Whether a local group is among what a decision gives. */
    static Optional<LocalTarget> target(GroupDecision decision, String localGroup) {
        String key = DirectoryGroup.nameKey(localGroup);
        return decision.targets().stream()
                .filter(target -> DirectoryGroup.nameKey(target.group()).equals(key))
                .findFirst();
    }
}
