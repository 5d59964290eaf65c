package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupPolicies.Emptied;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupPolicies.Renamed;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.store.Grant.Origin;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;

/** The process ends at any step of a change of groups; the next write to another process, or its worker, puts the local groups right. */
class AlignmentCrashTest {

    private static final GroupMapping SAME_NAME = new GroupMapping(
            List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
            List.of(),
            Protection.ADMINISTRATORS,
            new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.REMOVE, Inactive.KEEP_GROUPS));

    private record Named<T>(String title, T what) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Arguments> crashes() {
        return stories().stream().flatMap(story -> points().stream()
                .flatMap(point -> repairs().stream().map(repair -> Arguments.of(story, point, repair))));
    }

    private static List<Named<Consumer<World>>> stories() {
        return List.of(
                new Named<>("member added", world -> world.edit("add", world.ben)),
                new Named<>("first member of a new group", world -> world.group("New", world.ben)),
                new Named<>("last member removed", world -> world.edit("remove", world.ana)),
                new Named<>("group renamed", World::rename),
                new Named<>("group deleted", world -> world.scim.delete("/Groups/" + world.team)),
                new Named<>("person deleted", world -> world.scim.delete("/Users/" + world.ana)));
    }

    private static List<Named<Consumer<TestServer>>> points() {
        List<Named<Consumer<TestServer>>> points = new ArrayList<>();
        for (Point point : Point.values()) {
            for (String operation : List.of("createGroup", "addUserToGroup", "removeUserFromGroup", "removeGroup")) {
                points.add(new Named<>(
                        point + " " + operation, scim -> scim.directory.arm(operation, point, new ProcessEnded())));
            }
            for (int write = 1; write <= 3; write++) {
                int number = write;
                points.add(new Named<>(
                        point + " grants write " + number, scim -> scim.grants.crashAtWrite(number, point)));
            }
            points.add(new Named<>(point + " groups write", scim -> scim.groups.crashAtWrite(1, point)));
            points.add(new Named<>(point + " made groups write", scim -> scim.madeGroups.crashAtWrite(1, point)));
            points.add(new Named<>(point + " users write", scim -> scim.records.crashAtWrite(1, point)));
        }
        return points;
    }

    private static List<Named<Consumer<World>>> repairs() {
        return List.of(
                new Named<>("a read, then the worker", world -> {
                    world.scim.get("/Users");
                    world.scim.server().alignOnce();
                }),
                new Named<>("a write", world -> world.group("Another")),
                new Named<>("the worker", world -> world.scim.server().alignOnce()));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void anyStepWhenTheProcessEndsThenTheNextWriteOrTheWorkerPutsTheLocalGroupsRight(
            Named<Consumer<World>> story, Named<Consumer<TestServer>> point, Named<Consumer<World>> repair) {
        World world = new World();
        point.what().accept(world.scim);
        try {
            story.what().accept(world);
        } catch (ProcessEnded ended) {
            world.scim.restart();
        }
        world.disarm();

        repair.what().accept(world);

        assertThat(world.scim.tasks.all()).isEmpty();
        assertThat(world.local("Team")).isEqualTo(world.recorded("Team"));
        assertThat(world.local("New")).isEqualTo(world.recorded("New"));
        assertThat(world.scim.grants.all())
                .as("one for each membership, and all are ours")
                .hasSize(world.local("Team").size() + world.local("New").size())
                .allMatch(grant -> grant.origin() == Origin.GIVEN);
    }

    /** Ana is in the group "Team"; Ben is in none. */
    private static final class World {

        private final TestServer scim = new TestServer();
        private final String ana = scim.create("ana", "");
        private final String ben = scim.create("ben", "");
        private final String team;

        World() {
            scim.map(SAME_NAME);
            team = group("Team", ana);
        }

        private String group(String name, String... members) {
            String list = String.join(
                    ",",
                    List.of(members).stream()
                            .map(id -> "{\"value\":\"" + id + "\"}")
                            .toList());
            return scim.post("/Groups", "{\"displayName\":\"" + name + "\",\"members\":[" + list + "]}")
                    .text("/id");
        }

        private void edit(String op, String member) {
            scim.patch(
                    "/Groups/" + team,
                    "[{\"op\":\"" + op + "\",\"path\":\"members\",\"value\":[{\"value\":\"" + member + "\"}]}]");
        }

        private void rename() {
            scim.patch("/Groups/" + team, "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"New\"}]");
        }

        private void disarm() {
            scim.directory.disarm();
            scim.grants.crashAtWrite(0, Point.BEFORE);
            scim.groups.crashAtWrite(0, Point.BEFORE);
            scim.madeGroups.crashAtWrite(0, Point.BEFORE);
            scim.records.crashAtWrite(0, Point.BEFORE);
        }

        private Set<String> local(String name) {
            return new TreeSet<>(scim.directory.usersInGroup(InMemoryDirectory.ID, name));
        }

        /** The directory names of the members of the provider's group. */
        private Set<String> recorded(String name) {
            String connection = scim.connection().id();
            Set<String> names = new TreeSet<>();
            scim.groups.findByNameKey(connection, name.toLowerCase(Locale.ROOT)).ifPresent(group -> scim.groups
                    .members(connection, group.scimId(), Optional.empty(), 10)
                    .forEach(member -> scim.records
                            .findById(connection, member.id())
                            .ifPresent(record -> names.add(record.directoryName()))));
            return names;
        }
    }
}
