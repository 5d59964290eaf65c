package org.scimsuite.workbench.benchmarks.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Calls from some workers at once, and how long they took. */
final class Block {

    private final long[] sortedNanos;
    private final long wallNanos;

    private Block(long[] sortedNanos, long wallNanos) {
        this.sortedNanos = sortedNanos;
        this.wallNanos = wallNanos;
    }

    /** A call by its number and by the worker that makes it. */
    @FunctionalInterface
    interface Call {
        void make(int worker, long number) throws Exception;
    }

    /**
     * Where a block ends.
     *
     * @param calls the most calls
     * @param time after which no call begins
     */
    record Limit(long calls, Duration time) {

        static Limit calls(long calls) {
            return new Limit(calls, Duration.ofDays(1));
        }

        static Limit time(Duration time) {
            return new Limit(Long.MAX_VALUE, time);
        }
    }

    /**
     * Makes calls until the limit.
     *
     * @param from the first call's number
     */
    static Block of(int workers, long from, Limit limit, Call call) throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        long begin = System.nanoTime();
        LongStream nanos = LongStream.empty();
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int self = worker;
                running.add(threads.submit(() -> calls(limit, begin, next, number -> call.make(self, from + number))));
            }
            for (Future<long[]> worker : running) {
                nanos = LongStream.concat(nanos, Arrays.stream(worker.get()));
            }
        } finally {
            threads.shutdownNow();
        }
        long wall = System.nanoTime() - begin;
        return new Block(nanos.sorted().toArray(), wall);
    }

    @FunctionalInterface
    private interface OfWorker {
        void make(long number) throws Exception;
    }

    /** The time is looked at before a number is taken: so the numbers of all calls made follow one another. */
    private static long[] calls(Limit limit, long begin, AtomicLong next, OfWorker call) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        long end = begin + limit.time().toNanos();
        for (long sent = System.nanoTime(); sent - end < 0; ) {
            long number = next.getAndIncrement();
            if (number >= limit.calls()) {
                break;
            }
            call.make(number);
            long answered = System.nanoTime();
            nanos.add(answered - sent);
            sent = answered;
        }
        return nanos.build().toArray();
    }

    /** Durations that were measured one after another. */
    static Block of(long... nanos) {
        return new Block(
                Arrays.stream(nanos).sorted().toArray(), Arrays.stream(nanos).sum());
    }

    /** Durations that another process has measured. */
    static Block parse(String text) {
        long[] numbers =
                Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Block(Arrays.copyOfRange(numbers, 1, numbers.length), numbers[0]);
    }

    /** For {@link #parse}. */
    String print() {
        StringBuilder numbers = new StringBuilder().append(wallNanos);
        Arrays.stream(sortedNanos).forEach(nanos -> numbers.append(' ').append(nanos));
        return numbers.toString();
    }

    int calls() {
        return sortedNanos.length;
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
