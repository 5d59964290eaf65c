package org.scimsuite.atlassian.sal;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 *
 * <p>Products keep a database row for every lock name they have ever seen. The names of a kind are therefore mapped to a
 * fixed number of locks: two people may wait for each other, and a thread that holds a lock already has every name that shares it.
 */
public final class ClusterLocks implements Locks {

    private static final String PREFIX = "org.scimsuite:";
    private static final int STRIPES_PER_KIND = 128;

    private final Function<String, Lock> lockForName;
    private final ThreadLocal<Set<String>> held = ThreadLocal.withInitial(HashSet::new);

    /** @param lockForName the product's cluster locks, or whatever stands in for them */
    public ClusterLocks(Function<String, Lock> lockForName) {
        this.lockForName = lockForName;
    }

    @Override
    public <T> Optional<T> tryWith(String name, Duration timeout, Supplier<T> work) {
        String stripe = stripe(name);
        if (held.get().contains(stripe)) {
            return Optional.of(work.get());
        }
        Lock lock = lockForName.apply(stripe);
        try {
            if (!lock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        held.get().add(stripe);
        try {
            return Optional.of(work.get());
        } finally {
            held.get().remove(stripe);
            lock.unlock();
        }
    }

    /** Names that share a lock with others are told apart by it, not by themselves. */
    @Override
    public List<String> inOrder(List<String> names) {
        return names.stream().sorted(Comparator.comparing(ClusterLocks::stripe)).toList();
    }

    /** The name of the lock that stands for a name. */
    private static String stripe(String name) {
        int kind = name.indexOf(':') + 1;
        int hash = name.hashCode();
        return PREFIX + name.substring(0, kind) + Math.floorMod(hash ^ (hash >>> 16), STRIPES_PER_KIND);
    }
}
