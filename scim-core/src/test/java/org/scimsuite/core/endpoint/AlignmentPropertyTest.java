package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;

/**
 * Whatever happens, in any order and with crashes: in the end people are in the local groups that a computation from scratch gives them. Two
 * connections share the directory, people are renamed, and a local admin has put some into groups before.
 */
class AlignmentPropertyTest {

    private static final List<String> GROUPS = List.of("Alpha", "Beta", "Gamma");
    private static final List<String> USERS = List.of("ana", "ben", "eve", "zoe");
    private static final List<String> DIRECTORY_WRITES = List.of(
            "addUserToGroup",
            "removeUserFromGroup",
            "createGroup",
            "removeGroup",
            "updateUser",
            "createUser",
            "renameUser");

    @Property(tries = 400)
    void anySequenceWhenItEndsThenTheDirectoryIsAsComputedFromScratch(
            @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 4_999_999) Integer> steps,
            @ForAll Found master,
            @ForAll Found second) {
        World world = new World(master, second);
        steps.forEach(world::step);
        world.settle();
        world.endFaults();
        world.settle();
        assertThat(world.actual()).isEqualTo(world.expected());
        assertThat(world.groups()).as("no group of ours stays empty").isEqualTo(world.expectedGroups());
        assertThat(world.scim.tasks.all()).isEmpty();
        world.assertThatComparingAgainChangesNothing();
    }

    /** A person, by the directory's own id, and a local group, by its name key. */
    private record Membership(String person, String group) {}

    /** What a step does is taken from its number, digit by digit. */
    private static final class Draw {

        private int rest;

        Draw(int number) {
            rest = number;
        }

        int next(int bound) {
            int drawn = rest % bound;
            rest /= bound;
            return drawn;
        }
    }

    /** One server with two connections. */
    private static final class World {

        private final TestServer scim = new TestServer();
        private final ModelledProvider master;
        private final ModelledProvider second;
        private final List<ModelledProvider> providers;
        private final Set<String> groupsByHand = new TreeSet<>();
        private final Set<Membership> byHand = new HashSet<>();
        private final Map<ModelledProvider, Set<Membership>> wantedBefore = new HashMap<>();
        private int people;

        World(Found ofMaster, Found ofSecond) {
            master = ModelledProvider.master(scim, ofMaster);
            second = ModelledProvider.second(scim, ofSecond);
            providers = List.of(master, second);
            List.of("ana", "ben", "eve").forEach(this::create);
            byHand("ana", "Alpha");
            byHand("ben", "Shared");
            byHand("eve", "Shared");
            byHand("eve", "local-alpha");
            providers.forEach(provider -> provider.map(0));
        }

        private void create(String userName) {
            people++;
            master.send("POST", "/Users", TestServer.user(userName, ",\"displayName\":\"person " + people + "\""));
        }

        private void byHand(String user, String group) {
            if (groupsByHand.add(DirectoryGroup.nameKey(group))) {
                scim.directory.createGroup(InMemoryDirectory.ID, group);
            }
            scim.directory.addUserToGroup(InMemoryDirectory.ID, user, group);
            String person = scim.directory
                    .findUserByName(InMemoryDirectory.ID, user)
                    .flatMap(DirectoryUser::externalId)
                    .orElseThrow();
            byHand.add(new Membership(person, DirectoryGroup.nameKey(group)));
        }

        /** What is done, by whom, to whom, and whether the process ends meanwhile. */
        void step(int number) {
            Draw draw = new Draw(number);
            int operation = draw.next(12);
            ModelledProvider provider = draw.next(5) < 3 ? master : second;
            int one = draw.next(10);
            int two = draw.next(10);
            arm(draw.next(10), draw.next(14));
            attempt(() -> act(provider, operation, one, two));
            if (providers.stream().anyMatch(ModelledProvider::takesOver)) {
                settle();
                observe();
            }
        }

        private void arm(int where, int detail) {
            Point point = detail % 2 == 0 ? Point.BEFORE : Point.AFTER;
            switch (where) {
                case 0, 1 ->
                    scim.directory.arm(
                            DIRECTORY_WRITES.get(detail / 2 % DIRECTORY_WRITES.size()), point, new ProcessEnded());
                case 2 -> scim.grants.crashAtWrite(1 + detail / 2 % 3, point);
                case 3 -> scim.groups.crashAtWrite(1, point);
                case 4 -> scim.records.crashAtWrite(1 + detail / 2 % 2, point);
                case 5 -> scim.madeGroups.crashAtWrite(1, point);
                default -> {}
            }
        }

        void endFaults() {
            scim.directory.disarm();
            scim.grants.crashAtWrite(0, Point.BEFORE);
            scim.groups.crashAtWrite(0, Point.BEFORE);
            scim.records.crashAtWrite(0, Point.BEFORE);
            scim.madeGroups.crashAtWrite(0, Point.BEFORE);
        }

        private void act(ModelledProvider by, int operation, int one, int two) {
            switch (operation) {
                case 0, 1 -> by.send("POST", "/Groups", "{\"displayName\":\"" + pick(GROUPS, one) + "\"}");
                case 2, 3, 4 -> by.any("/Groups", one).ifPresent(group -> edit(by, group, "add", two));
                case 5 -> by.any("/Groups", one).ifPresent(group -> edit(by, group, "remove", two));
                case 6 -> by.any("/Groups", one).ifPresent(group -> removeOrRename(by, group, two));
                case 7 -> by.any("/Users", one).ifPresent(user -> changeUser(by, user, two));
                case 8 -> removeOrCreateUser(one, two);
                case 9 -> rename(one, two);
                case 10 -> map(by, one);
                default -> settle();
            }
        }

        private void edit(ModelledProvider by, String group, String op, int number) {
            by.any(number < 7 ? "/Users" : "/Groups", number)
                    .filter(id -> !id.equals(group))
                    .ifPresent(id -> by.patch(
                            "/Groups/" + group,
                            op.equals("add")
                                    ? "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}"
                                    : "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}"));
        }

        private void removeOrRename(ModelledProvider by, String group, int number) {
            if (number < 5) {
                by.send("DELETE", "/Groups/" + group, "");
            } else {
                by.patch("/Groups/" + group, replacement("displayName", "\"" + pick(GROUPS, number) + "\""));
            }
        }

        /** Only the master says who is active: the other one is not told, and acts on it with its own next change. */
        private void changeUser(ModelledProvider by, String user, int number) {
            String title = replacement("title", number % 2 == 0 ? "\"Boss\"" : "\"Aide\"");
            by.patch("/Users/" + user, by == master ? replacement("active", number < 5) + "," + title : title);
        }

        private void removeOrCreateUser(int one, int two) {
            if (two < 5) {
                master.any("/Users", one).ifPresent(user -> master.send("DELETE", "/Users/" + user, ""));
            } else {
                create(pick(USERS, one));
            }
        }

        private void rename(int one, int two) {
            master.any("/Users", one)
                    .ifPresent(user -> master.patch(
                            "/Users/" + user, replacement("userName", "\"" + pick(USERS, two) + "-" + one + "\"")));
        }

        private static String replacement(String path, Object value) {
            return "{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}";
        }

        /** As the administrator's save does it: the mapping and the task are one transaction. */
        private void map(ModelledProvider by, int number) {
            String id = by.connection().id();
            long before = scim.mappings.currentVersion(id);
            by.map(number);
            scim.tasks
                    .adding(new AlignmentTask(
                            "mapping-" + id + "-" + before,
                            id,
                            AlignmentTask.Scope.Everybody.afterMapping(before),
                            AlignmentTask.State.OPEN,
                            Optional.empty(),
                            0,
                            10_000,
                            scim.clock.instant(),
                            "mapping-change-" + id,
                            "The mapping was changed."))
                    .alone();
        }

        private void attempt(Runnable work) {
            try {
                work.run();
            } catch (ProcessEnded e) {
                scim.restart();
            }
        }

        /** Until nothing is left to be done; faults that are still armed may strike, a few times. */
        void settle() {
            scim.clock.advance(Duration.ofSeconds(3));
            for (int round = 0; round == 0 || (round < 12 && !isSettled()); round++) {
                providers.forEach(provider -> attempt(() -> provider.resources("/Users")));
                attempt(() -> scim.server().alignOnce());
            }
        }

        private boolean isSettled() {
            return scim.tasks.all().isEmpty() && scim.records.all().stream().noneMatch(UserRecord::isPending);
        }

        /** Who lets go of a membership last decides whether one that was there before ends. */
        private void observe() {
            Map<ModelledProvider, Set<Membership>> wanted = new HashMap<>();
            providers.forEach(provider -> wanted.put(provider, wanted(provider)));
            for (ModelledProvider provider : providers) {
                byHand.removeIf(membership -> provider.takesOver()
                        && wantedBefore.getOrDefault(provider, Set.of()).contains(membership)
                        && wanted.values().stream().noneMatch(now -> now.contains(membership)));
            }
            wantedBefore.putAll(wanted);
        }

        private Set<Membership> wanted(ModelledProvider provider) {
            Map<String, String> ids = new HashMap<>();
            scim.directory
                    .users(InMemoryDirectory.ID, new DirectoryPage(0, 100))
                    .forEach(user -> ids.put(
                            user.profile().displayName(), user.externalId().orElseThrow()));
            Set<Membership> wanted = new HashSet<>();
            shown(provider)
                    .forEach((name, groups) ->
                            groups.forEach(group -> wanted.add(new Membership(ids.get(name), group))));
            return wanted;
        }

        /** A fault that is still armed may strike here too. */
        private Map<String, Set<String>> shown(ModelledProvider provider) {
            while (true) {
                try {
                    return provider.wanted();
                } catch (ProcessEnded e) {
                    scim.restart();
                }
            }
        }

        Map<String, Set<String>> actual() {
            Map<String, Set<String>> members = new TreeMap<>();
            scim.directory.groupNames(InMemoryDirectory.ID).forEach(group -> scim.directory
                    .usersInGroup(InMemoryDirectory.ID, group)
                    .forEach(user -> members.computeIfAbsent(DirectoryGroup.nameKey(group), key -> new TreeSet<>())
                            .add(scim.directory
                                    .findUserByName(InMemoryDirectory.ID, user)
                                    .flatMap(DirectoryUser::externalId)
                                    .orElseThrow())));
            return members;
        }

        Map<String, Set<String>> expected() {
            Set<Membership> all = new HashSet<>(byHand);
            providers.forEach(provider -> all.addAll(wanted(provider)));
            Map<String, Set<String>> members = new TreeMap<>();
            all.forEach(membership -> members.computeIfAbsent(membership.group(), key -> new TreeSet<>())
                    .add(membership.person()));
            return members;
        }

        Set<String> groups() {
            Set<String> keys = new TreeSet<>();
            scim.directory.groupNames(InMemoryDirectory.ID).forEach(name -> keys.add(DirectoryGroup.nameKey(name)));
            return keys;
        }

        Set<String> expectedGroups() {
            Set<String> keys = new TreeSet<>(groupsByHand);
            keys.addAll(expected().keySet());
            return keys;
        }

        void assertThatComparingAgainChangesNothing() {
            List<String> writes = scim.directory.writes();
            List<Grant> grants = scim.grants.all();
            providers.forEach(provider -> scim.server()
                    .mappings()
                    .tasks()
                    .alignAgain(provider.connection().id(), "admin"));
            scim.clock.advance(Duration.ofSeconds(3));
            scim.server().alignOnce();
            assertThat(scim.tasks.all()).isEmpty();
            assertThat(scim.directory.writes()).isEqualTo(writes);
            assertThat(scim.grants.all()).isEqualTo(grants);
        }

        private static String pick(List<String> list, int number) {
            return list.get(number % list.size());
        }
    }
}
