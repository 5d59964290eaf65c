package org.scimsuite.core.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** How much memory work takes: unlike time, about the same on every machine and in every run. */
public final class Allocations {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int TRIES = 5;

    private Allocations() {}

    /** The bytes that one execution allocates; the least of several, as the first ones load classes. */
    public static long of(Supplier<?> work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < TRIES; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Object result = work.get();
            long after = THREADS.getCurrentThreadAllocatedBytes();
            least = result == null ? least : Math.min(least, after - before);
        }
        return least;
    }
}
