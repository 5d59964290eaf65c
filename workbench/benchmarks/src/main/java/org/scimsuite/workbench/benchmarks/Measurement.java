package org.scimsuite.workbench.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * How long the requests of one kind took.
 *
 * @param nanos the duration of each request, in any order
 * @param wallNanos from the first request's begin to the last one's end
 * @param failures answers other than the expected status
 */
record Measurement(String what, List<Long> nanos, long wallNanos, int failures) {

    static final String HEADER = "%-34s %9s %9s %9s %9s %9s %9s %9s %8s"
            .formatted("", "requests", "total s", "per s", "p50 ms", "p95 ms", "p99 ms", "max ms", "failed");

    Measurement {
        nanos = List.copyOf(nanos);
    }

    /** Returns the measurement as one line of a table. */
    String row() {
        List<Long> sorted = nanos.stream().sorted().toList();
        double seconds = wallNanos / 1e9;
        return String.format(
                Locale.ROOT,
                "%-34s %9d %9.1f %9.0f %9.1f %9.1f %9.1f %9.1f %8d",
                what,
                sorted.size(),
                seconds,
                sorted.size() / seconds,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                percentile(sorted, 100),
                failures);
    }

    /** Nearest rank, in milliseconds. */
    private static double percentile(List<Long> sorted, int percent) {
        int rank = Math.max(1, (int) Math.ceil(sorted.size() * percent / 100.0));
        return sorted.get(rank - 1) / 1e6;
    }
}
