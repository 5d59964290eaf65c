package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupPolicies.Emptied;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupPolicies.Renamed;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;

/** Whatever happens, in any order and with crashes: in the end people are in the local groups that a computation from scratch gives them. */
class AlignmentPropertyTest {

    private static final List<String> NAMES = List.of("Alpha", "Beta", "Gamma");
    private static final List<String> DIRECTORY_WRITES =
            List.of("addUserToGroup", "removeUserFromGroup", "createGroup", "removeGroup", "updateUser", "createUser");

    private static final GroupPolicies POLICIES =
            new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.REMOVE, Inactive.WITHDRAW_GROUPS);

    private static final List<GroupMapping> MAPPINGS = List.of(
            mapping(List.of(new GroupRule.SameName("same", Missing.CREATE, Then.STOP)), List.of()),
            mapping(
                    List.of(new GroupRule.Pattern(
                            "pattern", "(.*a)", "local-$1", LetterCase.LOWER, Missing.CREATE, Then.STOP)),
                    List.of(new UserGroupRule(
                            "bosses", Optional.of("title eq \"Boss\""), List.of("Alpha"), Missing.CREATE))),
            mapping(
                    List.of(new GroupRule.Table(
                            "table",
                            List.of(new GroupRule.Table.Entry(List.of("alpha", "beta"), List.of("Shared"))),
                            Missing.CREATE,
                            Then.STOP)),
                    List.of()));

    private static GroupMapping mapping(List<GroupRule> rules, List<UserGroupRule> userRules) {
        return new GroupMapping(rules, userRules, Protection.ADMINISTRATORS, POLICIES);
    }

    @Property(tries = 300)
    void anySequenceWhenItEndsThenTheDirectoryIsAsComputedFromScratch(
            @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 9_999) Integer> steps) {
        World world = new World();
        steps.forEach(world::step);
        world.settle();
        assertThat(world.actual()).isEqualTo(world.expected());
        assertThat(world.scim.tasks.all()).isEmpty();
    }

    /** One server, and a mapping of which the test knows what it means. */
    private static final class World {

        private final TestServer scim = new TestServer();
        private int mapping;

        World() {
            List.of("ana", "ben", "eve").forEach(name -> scim.create(name, ""));
            scim.map(MAPPINGS.get(0));
        }

        /** A number from 0 to 9999: what is done, to whom, and whether the process ends meanwhile. */
        void step(int number) {
            int operation = number % 10;
            int one = number / 10 % 10;
            int two = number / 100 % 10;
            arm(number / 1000, one);
            attempt(() -> act(operation, one, two));
        }

        private void arm(int where, int detail) {
            Point point = detail % 2 == 0 ? Point.BEFORE : Point.AFTER;
            switch (where) {
                case 0 ->
                    scim.directory.arm(
                            DIRECTORY_WRITES.get(detail % DIRECTORY_WRITES.size()), point, new ProcessEnded());
                case 1 -> scim.grants.crashAtWrite(1 + detail % 3, point);
                case 2 -> scim.groups.crashAtWrite(1, point);
                case 3 -> scim.records.crashAtWrite(1 + detail % 2, point);
                case 4 -> scim.madeGroups.crashAtWrite(1, point);
                default -> {}
            }
        }

        private void act(int operation, int one, int two) {
            switch (operation) {
                case 0, 1 -> scim.post("/Groups", "{\"displayName\":\"" + pick(NAMES, one) + "\"}");
                case 2, 3, 4 -> group(one).ifPresent(group -> patch(group, "add", member(two)));
                case 5 -> group(one).ifPresent(group -> patch(group, "remove", member(two)));
                case 6 ->
                    group(one).ifPresent(group -> {
                        if (two < 5) {
                            scim.delete("/Groups/" + group);
                        } else {
                            scim.patch(
                                    "/Groups/" + group,
                                    "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + pick(NAMES, two)
                                            + "\"}]");
                        }
                    });
                case 7 ->
                    user(one)
                            .ifPresent(user -> scim.patch(
                                    "/Users/" + user,
                                    "[{\"op\":\"replace\",\"path\":\"active\",\"value\":" + (two < 5)
                                            + "},{\"op\":\"replace\",\"path\":\"title\",\"value\":\""
                                            + (two % 2 == 0 ? "Boss" : "Aide")
                                            + "\"}]"));
                case 8 -> {
                    if (two < 5) {
                        user(one).ifPresent(user -> scim.delete("/Users/" + user));
                    } else {
                        scim.post("/Users", TestServer.user(pick(List.of("ana", "ben", "eve"), one), ""));
                    }
                }
                default -> map(one % MAPPINGS.size());
            }
        }

        /** As the administrator's save does it: the mapping and the task are one transaction. */
        private void map(int number) {
            long before = scim.mappings.currentVersion(scim.connection().id());
            mapping = number;
            scim.map(MAPPINGS.get(number));
            scim.tasks
                    .adding(new AlignmentTask(
                            "mapping-" + scim.tasks.all().size() + "-" + number,
                            scim.connection().id(),
                            AlignmentTask.Scope.Everybody.afterMapping(before),
                            AlignmentTask.State.OPEN,
                            Optional.empty(),
                            0,
                            10_000,
                            scim.clock.instant(),
                            "mapping-change",
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

        /** Faults that are still armed may strike, a few times. */
        void settle() {
            scim.clock.advance(Duration.ofSeconds(3));
            for (int round = 0; round < 12; round++) {
                attempt(() -> scim.get("/Users"));
                attempt(() -> scim.server().alignOnce());
            }
        }

        private void patch(String group, String op, Optional<String> member) {
            member.filter(id -> !id.equals(group))
                    .ifPresent(id -> scim.patch(
                            "/Groups/" + group,
                            op.equals("add")
                                    ? "[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}]"
                                    : "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}]"));
        }

        private Optional<String> member(int number) {
            return number < 7 ? user(number) : group(number);
        }

        private Optional<String> user(int number) {
            return any("/Users", number);
        }

        private Optional<String> group(int number) {
            return any("/Groups", number);
        }

        private Optional<String> any(String endpoint, int number) {
            List<String> ids = new ArrayList<>();
            resources(endpoint).forEach(resource -> ids.add(resource.at("/id").asText()));
            return ids.isEmpty() ? Optional.empty() : Optional.of(pick(ids, number));
        }

        private JsonNode resources(String endpoint) {
            return scim.get(endpoint + "?count=100").json().at("/Resources");
        }

        private static String pick(List<String> list, int number) {
            return list.get(number % list.size());
        }

        Map<String, Set<String>> actual() {
            Map<String, Set<String>> members = new HashMap<>();
            scim.directory.groupNames(InMemoryDirectory.ID).forEach(name -> {
                Set<String> users = new TreeSet<>(scim.directory.usersInGroup(InMemoryDirectory.ID, name));
                if (!users.isEmpty()) {
                    members.put(DirectoryGroup.nameKey(name), users);
                }
            });
            return members;
        }

        /** By hand, from what SCIM shows. */
        Map<String, Set<String>> expected() {
            Map<String, List<String>> direct = new HashMap<>();
            Map<String, String> names = new HashMap<>();
            resources("/Groups").forEach(group -> {
                List<String> ids = new ArrayList<>();
                group.at("/members")
                        .forEach(member -> ids.add(member.at("/value").asText()));
                direct.put(group.at("/id").asText(), ids);
                names.put(group.at("/id").asText(), group.at("/displayName").asText());
            });
            Map<String, Set<String>> members = new HashMap<>();
            resources("/Users").forEach(user -> {
                if (user.at("/active").asBoolean()) {
                    local(user, direct, names).forEach(key -> members.computeIfAbsent(key, group -> new TreeSet<>())
                            .add(user.at("/userName").asText()));
                }
            });
            return members;
        }

        private Set<String> local(JsonNode user, Map<String, List<String>> direct, Map<String, String> names) {
            Set<String> reached = new HashSet<>();
            List<String> open = new ArrayList<>(List.of(user.at("/id").asText()));
            while (!open.isEmpty()) {
                String member = open.remove(0);
                direct.forEach((group, ids) -> {
                    if (ids.contains(member) && reached.add(group)) {
                        open.add(group);
                    }
                });
            }
            Set<String> local = new HashSet<>();
            reached.forEach(group -> local(names.get(group)).ifPresent(local::add));
            if (mapping == 1 && user.at("/title").asText().equals("Boss")) {
                local.add("alpha");
            }
            return local;
        }

        private Optional<String> local(String group) {
            String key = DirectoryUser.nameKey(group);
            return switch (mapping) {
                case 0 -> Optional.of(key);
                case 1 -> Optional.of("local-" + key);
                default -> key.equals("gamma") ? Optional.empty() : Optional.of("shared");
            };
        }
    }
}
