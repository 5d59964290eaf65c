package org.scimsuite.workbench.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.scimsuite.workbench.acceptance.Reply;

/** Sends many requests of one kind from some clients at once and measures each. */
final class Load {

    private final int clients;

    Load(int clients) {
        this.clients = clients;
    }

    /**
     * Sends {@code requests} requests.
     *
     * @param expectedStatus anything else counts as a failure
     * @param request sends the request of that number, counted from 0
     */
    Measurement run(String what, int requests, int expectedStatus, IntFunction<Reply> request)
            throws InterruptedException, ExecutionException {
        long[] nanos = new long[requests];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                        long sent = System.nanoTime();
                        Reply reply = request.apply(number);
                        nanos[number] = System.nanoTime() - sent;
                        if (reply.status() != expectedStatus) {
                            failures.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new Measurement(what, Arrays.stream(nanos).boxed().toList(), System.nanoTime() - begin, failures.get());
    }
}
