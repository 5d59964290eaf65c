package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.Connection;
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
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Two connections of one directory push members of groups that are mapped to one local group, each with several threads at once. */
class ParallelConnectionsTest {

    private static final int PEOPLE = 6;
    private static final int GROUPS = 2;
    private static final int ROUNDS = 30;
    private static final int THREADS_EACH = 4;
    private static final int EDITS_EACH = 12;

    private static final Mapping SHARED = new Mapping(
            new GroupMapping(
                    List.of(new GroupRule.Pattern(
                            "shared", "Team .*", "Shared", LetterCase.AS_IS, Missing.CREATE, Then.STOP)),
                    List.of(),
                    Protection.ADMINISTRATORS,
                    new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.REMOVE, Inactive.KEEP_GROUPS)),
            UserMapping.PLAIN);

    private final TestServer scim = new TestServer();
    private final ExecutorService pool = Executors.newFixedThreadPool(2 * THREADS_EACH);
    private List<Provider> providers;

    /** A connection, with its ids of the same people and groups of its own. */
    private record Provider(Connection connection, List<String> people, List<String> groups) {}

    @BeforeEach
    void providers() {
        for (int i = 0; i < PEOPLE; i++) {
            scim.create("user" + i, "");
        }
        providers = List.of(provider(scim.connection()), provider(scim.connect("Entra")));
    }

    private Provider provider(Connection connection) {
        scim.map(connection, SHARED);
        List<String> people = new ArrayList<>();
        scim.send(connection, "GET", "/Users", "")
                .json()
                .at("/Resources")
                .forEach(user -> people.add(user.at("/id").asText()));
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(scim.send(connection, "POST", "/Groups", "{\"displayName\":\"Team " + i + "\"}")
                    .text("/id"));
        }
        return new Provider(connection, people, groups);
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void editsWhenTwoConnectionsGiveAndTakeOneLocalGroupInParallelThenTheEndIsExact() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int seed = round * 1_000;
            together((provider, thread) -> {
                Random random = new Random(seed + thread);
                for (int edit = 0; edit < EDITS_EACH; edit++) {
                    edit(
                            provider,
                            random.nextBoolean() ? "add" : "remove",
                            random.nextInt(GROUPS),
                            random.nextInt(PEOPLE));
                }
            });
            assertExact("round " + round);
        }
    }

    @Test
    void editsWhenAllLeaveInParallelThenTheLocalGroupIsGoneEachTime() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (String op : List.of("add", "remove")) {
                together((provider, thread) -> {
                    for (int person = thread; person < PEOPLE; person += THREADS_EACH) {
                        edit(provider, op, 0, person);
                    }
                });
                assertExact(op + " in round " + round);
            }
            assertThat(scim.directory.groupNames(InMemoryDirectory.ID))
                    .as("round " + round)
                    .isEmpty();
            assertThat(scim.grants.all()).isEmpty();
        }
    }

    private interface Work {
        void run(Provider provider, int thread);
    }

    /** Several threads for each provider. */
    private void together(Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2 * THREADS_EACH);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (Provider provider : providers) {
            for (int thread = 0; thread < THREADS_EACH; thread++) {
                int number = thread;
                calls.add(() -> {
                    start.await();
                    work.run(provider, number);
                    return true;
                });
            }
        }
        for (Future<Boolean> future : pool.invokeAll(calls)) {
            future.get();
        }
        scim.server().alignOnce();
    }

    private void edit(Provider provider, String op, int group, int person) {
        String id = provider.people().get(person);
        String operation = op.equals("add")
                ? "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}"
                : "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
        Reply reply = scim.send(
                provider.connection(),
                "PATCH",
                "/Groups/" + provider.groups().get(group),
                TestServer.patchBody("[" + operation + "]"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
    }

    private void assertExact(String when) {
        Set<String> expected = new TreeSet<>();
        for (Provider provider : providers) {
            for (int person = 0; person < PEOPLE; person++) {
                if (isMember(provider, person)) {
                    expected.add("user" + person);
                }
            }
        }
        assertThat(new TreeSet<>(scim.directory.usersInGroup(InMemoryDirectory.ID, "Shared")))
                .as(when)
                .isEqualTo(expected);
        assertThat(scim.tasks.all()).isEmpty();
    }

    private boolean isMember(Provider provider, int person) {
        return provider.groups().stream()
                .anyMatch(
                        group -> scim.groups.members(provider.connection().id(), group, Optional.empty(), 100).stream()
                                .anyMatch(member ->
                                        member.id().equals(provider.people().get(person))));
    }
}
