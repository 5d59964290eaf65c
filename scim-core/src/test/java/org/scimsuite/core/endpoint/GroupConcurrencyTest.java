package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Edits of one group at the same time, and edits that are cut off. */
class GroupConcurrencyTest {

    private final TestServer scim = new TestServer(DeletePolicy.REMOVE);

    @Test
    void patchesWhenSixteenThreadsEditOneGroupThenNoneIsLost() throws Exception {
        String team = team();
        int threads = 16;
        int editsEach = 20;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                work.add(() -> {
                    start.await();
                    for (int edit = 0; edit < editsEach; edit++) {
                        assertThat(add(team, "m-" + number + "-" + edit).status())
                                .isEqualTo(204);
                    }
                    return true;
                });
            }
            for (Future<Boolean> future : pool.invokeAll(work)) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(scim.groups.countMembers(scim.connection().id(), team)).isEqualTo(threads * editsEach);
        assertThat(scim.get("/Groups/" + team).header("ETag")).isEqualTo("W/\"" + (1 + threads * editsEach) + "\"");
    }

    /** People leave groups without the lock of the group: the edit that meets it runs again. */
    @Test
    void patchesWhenMembersAreDeletedMeanwhileThenNeitherIsLost() throws Exception {
        String team = team();
        List<String> leavers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            leavers.add(scim.create("leaver" + i, ""));
            add(team, leavers.get(i));
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> leaving = pool.submit(() -> leavers.forEach(
                    id -> assertThat(scim.delete("/Users/" + id).status()).isEqualTo(204)));
            Future<?> joining = pool.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    assertThat(add(team, "joiner" + i).status()).isEqualTo(204);
                }
            });
            leaving.get();
            joining.get();
        } finally {
            pool.shutdownNow();
        }

        assertThat(scim.get("/Groups/" + team).json().has("members")).isFalse();
        assertThat(scim.groups.countMembers(scim.connection().id(), team)).isEqualTo(60);
    }

    @Test
    void patchWhenTheGroupChangesAtThatMomentThenItIsDoneOnceMoreAndPlannedOnce() {
        String ana = scim.create("ana", "");
        String bo = scim.create("bo", "");
        String team = scim.post("/Groups", group("Team A", ana)).text("/id");

        scim.groups.beforeNextWrite(() -> scim.delete("/Users/" + ana));
        Reply added = add(team, bo);

        assertThat(added.status()).isEqualTo(204);
        assertThat(added.header("ETag")).isEqualTo("W/\"3\"");
        assertThat(scim.get("/Groups/" + team).text("/members/0/value")).isEqualTo(bo);
        assertThat(scim.journal.last().method()).isEqualTo("PATCH");
        assertThat(scim.journal.last().plan()).hasSize(1);
    }

    @Test
    void writeWhenAMemberIsDeletedAtThatMomentThenItIsNotInTheGroup() {
        String team = team();
        String ana = scim.create("ana", "");
        String bo = scim.create("bo", "");
        String nested = scim.post("/Groups", group("Nested")).text("/id");

        scim.groups.beforeNextWrite(() -> scim.delete("/Users/" + ana));
        Reply added = add(team, ana);
        scim.groups.beforeNextWrite(() -> scim.delete("/Groups/" + nested));
        add(team, nested);
        scim.groups.beforeNextWrite(() -> scim.delete("/Users/" + bo));
        Reply created = scim.post("/Groups", group("Team B", bo));

        assertThat(added.status()).isEqualTo(204);
        assertThat(added.header("ETag")).isEqualTo("W/\"3\"");
        assertThat(scim.get("/Groups/" + team).json().has("members")).isFalse();
        assertThat(scim.groups.countMembers(scim.connection().id(), team)).isZero();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().has("members")).isFalse();
    }

    @Test
    void patchWhenTheProcessEndsAtTheWriteThenAllOfItOrNothingIsThere() {
        for (Point point : Point.values()) {
            String team = scim.post("/Groups", group("Team " + point)).text("/id");
            scim.groups.crashAtWrite(1, point);

            assertThatThrownBy(() -> add(team, "ana")).isInstanceOf(ProcessEnded.class);
            scim.restart();

            int expected = point == Point.AFTER ? 1 : 0;
            assertThat(scim.groups.countMembers(scim.connection().id(), team)).isEqualTo(expected);
            assertThat(scim.get("/Groups/" + team).header("ETag")).isEqualTo("W/\"" + (1 + expected) + "\"");
            assertThat(add(team, "ana").status()).isEqualTo(204);
            assertThat(scim.groups.countMembers(scim.connection().id(), team)).isEqualTo(1);
        }
    }

    /** Whichever write of a deletion is the last: whoever is gone is in no group, and whoever is there is in it still. */
    @Test
    void deleteUserWhenTheProcessEndsAtAnyWriteThenGroupsAgreeWithTheUser() {
        for (DeletePolicy policy : DeletePolicy.values()) {
            for (int write = 1; write <= 3; write++) {
                for (Point point : Point.values()) {
                    deleteAndCrash(new TestServer(policy), write, point);
                }
            }
        }
    }

    private static void deleteAndCrash(TestServer server, int write, Point point) {
        String ana = server.create("ana", "");
        String team = server.post("/Groups", group("Team A", ana)).text("/id");
        server.records.crashAtWrite(write, point);
        try {
            server.delete("/Users/" + ana);
        } catch (ProcessEnded expected) {
            server.restart();
        }

        boolean there = server.get("/Users/" + ana).status() == 200;
        JsonNode members = server.get("/Groups/" + team).json().path("members");

        assertThat(members.size()).as(write + " " + point).isEqualTo(there ? 1 : 0);
    }

    private String team() {
        return scim.post("/Groups", group("Team A")).text("/id");
    }

    private Reply add(String team, String id) {
        return scim.patch(
                "/Groups/" + team, "[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}]");
    }

    private static String group(String name, String... members) {
        String list = String.join(
                ",",
                List.of(members).stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .toList());
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                + "\",\"members\":[" + list + "]}";
    }
}
