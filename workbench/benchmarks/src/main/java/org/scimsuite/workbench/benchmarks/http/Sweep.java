package org.scimsuite.workbench.benchmarks.http;

/**
 * Whom the request of a number is about: everybody in turn, in an order that leaps about, so that neighbours in tables and caches
 * are not met one after another.
 */
record Sweep(int people) {

    /** A prime, so that nobody is met twice before everybody was met. */
    private static final long LEAP = 1_000_003;

    int person(long number) {
        return (int) (number % people * LEAP % people);
    }
}
