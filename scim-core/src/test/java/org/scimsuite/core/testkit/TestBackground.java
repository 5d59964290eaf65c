package org.scimsuite.core.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.scimsuite.core.admin.Background;

/** Work in the background that is done when the test says so, on its thread. */
public final class TestBackground implements Background {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int wakeUps;

    @Override
    public synchronized void run(Runnable work) {
        waiting.add(work);
    }

    @Override
    public synchronized void wake() {
        wakeUps++;
    }

    /** Does all that waits. */
    public synchronized void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** How often recurring work was to begin since this was last asked. */
    public synchronized int takeWakeUps() {
        int taken = wakeUps;
        wakeUps = 0;
        return taken;
    }
}
