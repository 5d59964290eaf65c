package org.scimsuite.core.provision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Mutual exclusion over all nodes of a cluster.
 *
 * <p>A lock's name is {@code kind:rest}. Names of one kind may share a lock, those of different kinds never do. So nobody waits for ever who
 * takes locks of several kinds in the order that everybody takes them in: group or user, task, alignment, seats.
 */
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

    /**
     * As {@link #tryWith}, for several locks at once.
     *
     * @param timeout how long to wait for each
     */
    default <T> Optional<T> tryWithAll(List<String> names, Duration timeout, Supplier<T> work) {
        return tryInOrder(inOrder(names), timeout, work);
    }

    /** The names in the order in which everybody takes their locks, so that no two wait for each other. */
    default List<String> inOrder(List<String> names) {
        return names.stream().sorted().toList();
    }

    private <T> Optional<T> tryInOrder(List<String> names, Duration timeout, Supplier<T> work) {
        if (names.isEmpty()) {
            return Optional.of(work.get());
        }
        return tryWith(names.get(0), timeout, () -> tryInOrder(names.subList(1, names.size()), timeout, work))
                .flatMap(result -> result);
    }
}
