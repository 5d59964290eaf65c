package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.provision.AlignmentPlanner.Person;
import org.scimsuite.core.provision.AlignmentPlanner.Plan;
import org.scimsuite.core.provision.AlignmentPlanner.Surroundings;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** Reads again what people shall be in and what was given, and carries the difference out. */
final class PeopleAligner {

    /** Two people of one connection seldom wait for each other, and a batch takes few locks. */
    private static final int STRIPES = 16;

    /** From here on it is worth more to read and write once than to let others pass in between. */
    private static final int MANY = 2 * STRIPES;

    /** So many people with one group to look at are looked up in the group. */
    private static final int PEOPLE_PER_GROUP = 20;

    /** A row of a list is read in a small part of the time that a look-up takes. */
    private static final int ROWS_PER_PERSON = 10;

    /** Each round ends because a local admin renamed or removed a user or group at that moment. */
    private static final int ROUNDS = 3;

    private final UserDirectoryPort directory;
    private final UserRecordStore users;
    private final UserResolver resolver;
    private final AlignmentStores stores;
    private final DesiredMemberships desired;
    private final MappingSource mappings;
    private final OtherGrants others;
    private final AlignmentExecutor executor;
    private final RecordLocks locks;
    private final Clock clock;

    PeopleAligner(Parts parts) {
        this.directory = parts.directory();
        this.users = parts.users();
        this.resolver = parts.resolver();
        this.stores = parts.stores();
        this.desired = parts.desired();
        this.mappings = parts.mappings();
        this.others = parts.others();
        this.executor = parts.executor();
        this.locks = parts.locks();
        this.clock = parts.clock();
    }

    /** What aligning people needs. */
    record Parts(
            UserDirectoryPort directory,
            UserRecordStore users,
            UserResolver resolver,
            AlignmentStores stores,
            DesiredMemberships desired,
            MappingSource mappings,
            OtherGrants others,
            AlignmentExecutor executor,
            RecordLocks locks,
            Clock clock) {}

    /** How far it came. */
    enum Outcome {
        DONE,
        /** Others were aligning some of the same people and went on for more than a moment: to be done again, with a look at the directory. */
        BUSY
    }

    /** How closely is looked. */
    enum Look {
        /** What was given is believed to be there. */
        AT_GRANTS,
        /** Also at what the directory holds: after a crash, or when an administrator asks for it. */
        AT_DIRECTORY
    }

    /**
     * Aligns people.
     *
     * @param last asked for when all is done, and written with the last of what is done, also when there is nothing to do
     */
    Outcome align(ProvisioningContext context, Collection<String> ids, Look look, Supplier<Alongside> last) {
        boolean shared = !others.connections(context.connection()).isEmpty();
        Map<String, String> people = shared ? directoryKeys(context, ids) : Map.of();
        String scope = shared ? "directory-" + context.directoryId() : context.connectionId();
        NavigableMap<Integer, List<String>> stripes = new TreeMap<>();
        ids.forEach(id -> stripes.computeIfAbsent(
                        Math.floorMod(people.getOrDefault(id, id).hashCode(), STRIPES), key -> new ArrayList<>())
                .add(id));
        if (ids.size() > MANY) {
            // one alignment under all their locks writes and reads once for all of them
            return locks.ifSoonFree(
                            scope, names(stripes.keySet()), () -> alignUnderLock(context, List.copyOf(ids), look, last))
                    .orElse(Outcome.BUSY);
        }
        int left = stripes.size();
        for (Map.Entry<Integer, List<String>> stripe : stripes.entrySet()) {
            left--;
            Supplier<Alongside> behind = left == 0 ? last : () -> Alongside.NOTHING;
            Optional<Outcome> outcome = locks.ifSoonFree(
                    scope,
                    names(List.of(stripe.getKey())),
                    () -> alignUnderLock(context, stripe.getValue(), look, behind));
            if (outcome.isEmpty()) {
                return Outcome.BUSY;
            }
        }
        if (stripes.isEmpty()) {
            executor.end(last.get());
        }
        return Outcome.DONE;
    }

    private static List<String> names(Collection<Integer> stripes) {
        return stripes.stream().map(String::valueOf).toList();
    }

    /**
     * Where connections share a directory, they share its locks, and know a person by what the directory knows: so none of them looks at what
     * another one is about to give or to take.
     */
    private Map<String, String> directoryKeys(ProvisioningContext context, Collection<String> ids) {
        Map<String, String> keys = new HashMap<>();
        users.findByIds(context.connectionId(), ids)
                .forEach(record -> keys.put(
                        record.scimId(),
                        record.directoryExternalId().orElseGet(() -> DirectoryUser.nameKey(record.directoryName()))));
        return keys;
    }

    private Outcome alignUnderLock(ProvisioningContext context, List<String> ids, Look look, Supplier<Alongside> last) {
        Look now = look;
        for (int round = 1; ; round++) {
            try {
                executor.carryOut(context, read(context, mappings.current(context.connectionId()), ids, now), last);
                return Outcome.DONE;
            } catch (DirectoryException.UserNotFound | DirectoryException.GroupNotFound overtaken) {
                if (round == ROUNDS) {
                    throw new DirectoryException.Unavailable(
                            "Users or groups of the directory are changed all the time. Send this again.", overtaken);
                }
                now = Look.AT_DIRECTORY;
            }
        }
    }

    /** What was read of people whose memberships differ. */
    record Differences(List<Person> people, List<Grant> orphans, Surroundings around, CompiledMapping mapping) {}

    /**
     * What a mapping, which need not be the one in force, would do to people; whoever gets and has nothing is left out. Changes nothing.
     */
    List<Foreseen> foresee(ProvisioningContext context, CompiledMapping mapping, Collection<String> ids) {
        Differences differences = read(context, mapping, List.copyOf(ids), Look.AT_DIRECTORY);
        return differences.people().stream()
                .map(person -> new Foreseen(
                        person,
                        AlignmentPlanner.plan(person, differences.around()),
                        person.desired().values().stream()
                                .map(DesiredMembership::localGroup)
                                .filter(differences.around().isProtected())
                                .toList()))
                .toList();
    }

    /**
     * What would be done for a person.
     *
     * @param shut the local groups that the person gets by a rule and not by us, because they are protected
     */
    record Foreseen(Person person, Plan plan, List<String> shut) {}

    private Differences read(ProvisioningContext context, CompiledMapping mapping, List<String> ids, Look look) {
        String connectionId = context.connectionId();
        List<UserRecord> records = users.findByIds(connectionId, ids);
        Map<String, List<Grant>> grants = new HashMap<>();
        stores.grants().findByUsers(connectionId, ids).forEach(grant -> grants.computeIfAbsent(
                        grant.userId(), id -> new ArrayList<>())
                .add(grant));
        Map<String, Map<String, DesiredMembership>> wanted = desired.of(connectionId, mapping, records);
        Map<UserRecord, DirectoryUser> differing = new LinkedHashMap<>();
        List<Grant> orphans = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (UserRecord record : records) {
            known.add(record.scimId());
            List<Grant> given = grants.getOrDefault(record.scimId(), List.of());
            if (differs(wanted.getOrDefault(record.scimId(), Map.of()), given, look)) {
                Optional<DirectoryUser> user = resolver.resolve(context, record);
                user.ifPresent(person -> differing.put(record, person));
                if (user.isEmpty() && !record.isPendingCreation()) {
                    orphans.addAll(given);
                }
            }
        }
        grants.forEach((id, given) -> {
            if (!known.contains(id)) {
                orphans.addAll(given);
            }
        });
        List<Person> people = people(context, differing, wanted, grants, look);
        return new Differences(people, orphans, surroundings(context, mapping, people), mapping);
    }

    private static boolean differs(Map<String, DesiredMembership> wanted, List<Grant> given, Look look) {
        if (look == Look.AT_DIRECTORY) {
            return !wanted.isEmpty() || !given.isEmpty();
        }
        return !keys(given).equals(wanted.keySet());
    }

    private static Set<String> keys(List<Grant> grants) {
        Set<String> keys = new HashSet<>();
        grants.forEach(grant -> keys.add(DirectoryGroup.nameKey(grant.localGroup())));
        return keys;
    }

    private List<Person> people(
            ProvisioningContext context,
            Map<UserRecord, DirectoryUser> differing,
            Map<String, Map<String, DesiredMembership>> wanted,
            Map<String, List<Grant>> grants,
            Look look) {
        OtherGrants.Held held = others.of(context.connection(), differing.values());
        Map<UserRecord, DirectoryUser> looked = new LinkedHashMap<>();
        Map<String, String> groups = new LinkedHashMap<>();
        differing.forEach((record, user) -> {
            Map<String, DesiredMembership> memberships = wanted.getOrDefault(record.scimId(), Map.of());
            List<Grant> given = grants.getOrDefault(record.scimId(), List.of());
            if (look == Look.AT_DIRECTORY || !keys(given).containsAll(memberships.keySet())) {
                looked.put(record, user);
                memberships.forEach((key, membership) -> groups.putIfAbsent(key, membership.localGroup()));
                given.forEach(
                        grant -> groups.putIfAbsent(DirectoryGroup.nameKey(grant.localGroup()), grant.localGroup()));
            }
        });
        Map<String, Set<String>> actual = actual(context, looked.values(), groups);
        List<Person> people = new ArrayList<>();
        differing.forEach((record, user) -> people.add(new Person(
                record.scimId(),
                user.name(),
                user.profile().active(),
                wanted.getOrDefault(record.scimId(), Map.of()),
                grants.getOrDefault(record.scimId(), List.of()),
                looked.containsKey(record) ? Optional.of(actual.get(user.nameKey())) : Optional.empty(),
                held.of(user))));
        return people;
    }

    /**
     * Which groups the directory has people in, as name keys: all their groups; or, when they are many and these groups are small, only
     * those of these groups, read group by group. So what is read grows with the people and not with the size of a group.
     *
     * @param groups names by name key
     */
    private Map<String, Set<String>> actual(
            ProvisioningContext context, Collection<DirectoryUser> people, Map<String, String> groups) {
        Map<String, Set<String>> actual = new HashMap<>();
        people.forEach(user -> actual.put(user.nameKey(), new HashSet<>()));
        if (!areReadByGroup(context, actual, groups)) {
            people.forEach(user -> actual.put(user.nameKey(), groupsOf(context, user)));
        }
        return actual;
    }

    private boolean areReadByGroup(
            ProvisioningContext context, Map<String, Set<String>> actual, Map<String, String> groups) {
        if (actual.size() < PEOPLE_PER_GROUP * groups.size()) {
            return false;
        }
        for (Map.Entry<String, String> group : groups.entrySet()) {
            int small = ROWS_PER_PERSON * actual.size() / groups.size();
            Collection<String> members = directory.usersInGroup(context.directoryId(), group.getValue(), small + 1);
            if (members.size() > small) {
                return false;
            }
            members.forEach(member -> Optional.ofNullable(actual.get(DirectoryUser.nameKey(member)))
                    .ifPresent(of -> of.add(group.getKey())));
        }
        return true;
    }

    private Set<String> groupsOf(ProvisioningContext context, DirectoryUser user) {
        Set<String> keys = new HashSet<>();
        directory
                .groupsOfUser(context.directoryId(), user.name())
                .forEach(name -> keys.add(DirectoryGroup.nameKey(name)));
        return keys;
    }

    private Surroundings surroundings(ProvisioningContext context, CompiledMapping mapping, List<Person> people) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Person person : people) {
            person.desired().forEach((key, membership) -> named.putIfAbsent(key, membership.localGroup()));
            person.grants()
                    .forEach(
                            grant -> named.putIfAbsent(DirectoryGroup.nameKey(grant.localGroup()), grant.localGroup()));
        }
        Map<String, String> localGroups = new HashMap<>();
        named.forEach((key, name) -> directory
                .findGroupByName(context.directoryId(), name)
                .ifPresent(group -> localGroups.put(key, group.name())));
        return new Surroundings(
                localGroups,
                isProtected(context, mapping),
                mapping.policies().found(),
                context.connectionId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                context.trace().journalId());
    }

    private Predicate<String> isProtected(ProvisioningContext context, CompiledMapping mapping) {
        Collection<String> administrators = directory.administratorGroups(context.directoryId());
        return name -> mapping.isProtectedGroup(name, administrators);
    }
}
