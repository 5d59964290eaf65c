package org.scimsuite.core.testkit;

import org.scimsuite.core.store.Alongside;

/** Counts the writes of one store, and ends the process at one of them when that was asked for. */
final class ArmedWrites {

    private int writesUntilCrash = -1;
    private InMemoryDirectory.Point point = InMemoryDirectory.Point.BEFORE;

    /** The process ends at that write, counted from 1, before or after it is durable. */
    void crashAt(int number, InMemoryDirectory.Point when) {
        writesUntilCrash = number;
        point = when;
    }

    /**
     * Writes in one step.
     *
     * @param work cannot fail, so that there is nothing to roll back
     */
    void write(Runnable work, Alongside alongside) {
        boolean crash = --writesUntilCrash == 0;
        if (crash && point == InMemoryDirectory.Point.BEFORE) {
            throw new ProcessEnded();
        }
        alongside.write();
        work.run();
        if (crash) {
            throw new ProcessEnded();
        }
        alongside.committed();
    }
}
