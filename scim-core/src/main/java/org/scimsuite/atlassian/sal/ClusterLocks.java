package org.scimsuite.atlassian.sal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scimsuite.core.provision.Locks;

/**
 * Locks that span the nodes of a cluster, over the product's cluster lock service.
 *
 * <p>Locks spare work and keep answers plain; correctness does not hang on them. The database decides about names and
 * versions, so a product without the service still works with locks that hold in one node.
 */
public final class ClusterLocks implements Locks {

    private static final String PREFIX = "org.scimsuite:";

    private final Function<String, Lock> lockForName;

    /** @param lockForName the product's cluster locks, or whatever stands in for them */
    public ClusterLocks(Function<String, Lock> lockForName) {
        this.lockForName = lockForName;
    }

    @Override
    public <T> Optional<T> tryWith(String name, Duration timeout, Supplier<T> work) {
        Lock lock = lockForName.apply(PREFIX + name);
        try {
            if (!lock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            lock.unlock();
        }
    }
}
