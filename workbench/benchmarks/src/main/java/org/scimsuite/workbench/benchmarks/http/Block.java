package org.scimsuite.workbench.benchmarks.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A number of calls from some workers at once, and how long they took. */
final class Block {

    private final long[] sortedNanos;
    private final long wallNanos;

    /**
     * Keeps what it is given.
     *
     * @param sortedNanos the duration of each call, shortest first
     * @param wallNanos from the first call's begin to the last one's end
     */
    Block(long[] sortedNanos, long wallNanos) {
        this.sortedNanos = sortedNanos;
        this.wallNanos = wallNanos;
    }

    /** A call by its number and by the worker that makes it. */
    @FunctionalInterface
    interface Call {
        void make(int worker, int number) throws Exception;
    }

    static Block of(int workers, int calls, Call call) throws InterruptedException, ExecutionException {
        long[] nanos = new long[calls];
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        long begin = System.nanoTime();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int self = worker;
                running.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                        long sent = System.nanoTime();
                        call.make(self, number);
                        nanos[number] = System.nanoTime() - sent;
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long wall = System.nanoTime() - begin;
        Arrays.sort(nanos);
        return new Block(nanos, wall);
    }

    /** Durations that were measured one after another. */
    static Block of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Block(sorted, Arrays.stream(nanos).sum());
    }

    /** The duration of each call, shortest first. */
    LongStream sortedNanos() {
        return Arrays.stream(sortedNanos);
    }

    long wallNanos() {
        return wallNanos;
    }

    double perSecond() {
        return sortedNanos.length * 1e9 / wallNanos;
    }

    /** Nearest rank, in milliseconds. */
    double percentile(int percent) {
        int rank = Math.max(1, (int) Math.ceil(sortedNanos.length * percent / 100.0));
        return sortedNanos[rank - 1] / 1e6;
    }
}
