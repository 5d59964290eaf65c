package org.scimsuite.core.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.scimsuite.core.provision.Locks;

/** Locks of one process; not reentrant, so that a test hangs up on code that relies on it. */
public final class InMemoryLocks implements Locks {

    private final Map<String, Semaphore> held = new ConcurrentHashMap<>();
    private volatile boolean patient = true;

    /** From now on nobody waits: whoever does not get a lock at once is treated as if it had waited for as long as it would. */
    public void waitNoMore() {
        patient = false;
    }

    @Override
    public <T> Optional<T> tryWith(String name, Duration timeout, Supplier<T> work) {
        Semaphore lock = held.computeIfAbsent(name, key -> new Semaphore(1));
        try {
            if (!lock.tryAcquire(patient ? timeout.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            lock.release();
        }
    }
}
