package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.workbench.conformance.Requirement;

/** Many requests for the same person at once. */
class ConcurrencyTest {

    private static final int THREADS = 64;

    private final TestServer scim = new TestServer();

    @Test
    @Requirement({"C123", "C202"})
    void createWhenManyAskForOneNameThenOneIsCreatedAndAllOthersAreRefused() throws Exception {
        List<Integer> statuses =
                together(number -> scim.post("/Users", TestServer.user(number % 2 == 0 ? "ana" : "ANA", ""))
                        .status());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(scim.records.all()).hasSize(1);
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).hasSize(1);
    }

    @Test
    void createWhenManyAskForADeletedPersonThenOneReturns() throws Exception {
        scim.delete("/Users/" + scim.create("ana", ""));

        List<Integer> statuses = together(
                number -> scim.post("/Users", TestServer.user("ana", "")).status());

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(THREADS - 1);
        assertThat(scim.records.all()).hasSize(1);
    }

    @Test
    @Requirement("C429")
    void changeWhenManyUseOneVersionThenOneWins() throws Exception {
        String id = scim.create("ana", "");

        List<Integer> statuses = together(number -> scim.send(
                        "PATCH",
                        "/Users/" + id,
                        TestServer.patchBody("[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"t" + number + "\"}]"),
                        java.util.Map.of("if-match", "W/\"1\""))
                .status());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(THREADS - 1);
    }

    @Test
    void lookUpWhenManySeeAUserForTheFirstTimeThenAllSeeOneId() throws Exception {
        scim.directory.createUser(
                InMemoryDirectory.ID,
                new org.scimsuite.core.directory.DirectoryUserProfile(
                        "bo", "", "", "Bo", "", org.scimsuite.core.directory.DirectoryUserProfile.Activation.ACTIVE));

        List<String> ids =
                together(number -> scim.get("/Users?filter=userName eq \"bo\"").text("/Resources/0/id"));

        assertThat(ids).hasSize(THREADS).containsOnly(scim.records.all().get(0).scimId());
    }

    private static <T> List<T> together(IntFunction<T> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<T>> futures = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                int own = number;
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(own);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
