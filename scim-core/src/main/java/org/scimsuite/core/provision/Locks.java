package org.scimsuite.core.provision;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Mutual exclusion over all nodes of a cluster. */
public interface Locks {

    /**
     * Does the work while holding the lock of that name; the lock is free again when this returns or throws, or when the
     * process ends. Locks are not reentrant.
     *
     * @param timeout how long to wait for the lock
     * @param work never returns null
     * @return the result of the work, or empty when the lock was not obtained in time and the work was not done
     */
    <T> Optional<T> tryWith(String name, Duration timeout, Supplier<T> work);
}
