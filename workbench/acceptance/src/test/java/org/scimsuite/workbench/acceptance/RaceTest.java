package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.replay.Person;

/** Many who want the same at the same moment. */
@OnEachHost
class RaceTest extends AcceptanceCase {

    private static final int CLIENTS = 64;

    @Test
    void createWhenManyCreateTheSameNameAtOnceThenOneWins() throws Exception {
        String name = someone();

        List<Reply> replies = atOnce(CLIENTS, number -> () -> scim.create(name));

        assertOneWon(replies, name);
    }

    @Test
    void patchWhenManyChangeTheSameUserUnderOneVersionThenOneWins() throws Exception {
        Reply created = scim.create(someone());
        String path = "/Users/" + created.at("/id");
        String version = created.header("ETag");

        List<Reply> replies = atOnce(
                8,
                number -> () -> scim.send(
                        "PUT",
                        path,
                        Map.of("If-Match", version),
                        Optional.of(
                                ScimClient.user(created.at("/userName")).replace("Given Family", "Number " + number))));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200);
        assertThat(replies).extracting(Reply::status).containsOnly(200, 412);
    }

    /** Asserts that exactly one answer is 201, the others 409, and that there is one row and one person. */
    void assertOneWon(List<Reply> replies, String name) {
        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertScimError(reply, 409, "uniqueness"));
        assertThat(scim.find("userName eq \"" + name + "\"").at("/totalResults"))
                .isEqualTo("1");
        assertThat(admin.people(1).people().stream().map(Person::name))
                .filteredOn(name::equals)
                .hasSize(1);
    }

    /** Runs the same work from many threads that start together; returns all answers. */
    static List<Reply> atOnce(int clients, IntFunction<Callable<Reply>> work)
            throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Reply>> pending = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Callable<Reply> task = work.apply(i);
                pending.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : pending) {
                replies.add(reply.get());
            }
            return Collections.unmodifiableList(replies);
        } finally {
            threads.shutdownNow();
        }
    }
}
