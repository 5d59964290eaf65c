package org.scimsuite.atlassian.sal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterLocksTest {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<String> names = new ArrayList<>();
    private final ClusterLocks locks = new ClusterLocks(name -> {
        names.add(name);
        return lock;
    });

    @Test
    void tryWithWhenFreeThenTheWorkHoldsTheLockOfThatName() {
        Optional<Boolean> held = locks.tryWith("user:a", Duration.ofSeconds(1), lock::isHeldByCurrentThread);

        assertThat(held).contains(true);
        assertThat(lock.isLocked()).isFalse();
        assertThat(names).hasSize(1).allMatch(name -> name.startsWith("org.scimsuite:"));
    }

    @Test
    void tryWithWhenManyNamesAreUsedThenTheProductSeesABoundedNumberOfLocks() {
        for (int person = 0; person < 20_000; person++) {
            locks.tryWith("user:person " + person, Duration.ofSeconds(1), () -> "work");
        }

        assertThat(names.stream().distinct()).hasSizeBetween(100, 128);
    }

    /** Whoever holds the one waits for the other, and nobody may hold them the other way round. */
    @Test
    void tryWithWhenKindsDifferThenNoLockIsShared() {
        for (int number = 0; number < 20_000; number++) {
            locks.tryWith("task:" + number, Duration.ofSeconds(1), () -> "work");
        }
        List<String> ofTasks = List.copyOf(names);
        names.clear();
        for (int number = 0; number < 20_000; number++) {
            locks.tryWith("alignment:" + number, Duration.ofSeconds(1), () -> "work");
        }

        assertThat(names).doesNotContainAnyElementsOf(ofTasks);
    }

    @Test
    void tryWithWhenTheThreadHoldsTheLockAlreadyThenTheWorkIsDone() {
        Optional<Optional<String>> nested = locks.tryWith(
                "user:a", Duration.ofSeconds(1), () -> locks.tryWith("user:a", Duration.ofSeconds(1), () -> "work"));

        assertThat(nested).contains(Optional.of("work"));
        assertThat(names).hasSize(1);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void tryWithWhenTheWorkThrowsThenFreeAgain() {
        assertThatThrownBy(() -> locks.tryWith("user:a", Duration.ofSeconds(1), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void tryWithWhenSomebodyElseHoldsItThenEmptyAndNoWorkDone() {
        List<String> done = new ArrayList<>();
        lock.lock();

        Optional<Boolean> result = CompletableFuture.supplyAsync(
                        () -> locks.tryWith("user:a", Duration.ofMillis(1), () -> done.add("work")))
                .join();

        assertThat(result).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void ofOneNodeWhenAskedTwiceThenTheSameLockForAName() {
        NodeLocks node = new NodeLocks();

        assertThat(node.forName("ana")).isSameAs(node.forName("ana")).isNotSameAs(node.forName("ben"));
    }

    /** Two connections whose names share locks the other way round would wait for each other. */
    @Test
    void tryWithAllWhenNamesAreGivenInAnyOrderThenTheirLocksAreTakenInOne() {
        List<String> some = IntStream.range(0, 100)
                .mapToObj(number -> "user:person " + number)
                .toList();
        List<String> reversed = new ArrayList<>(some);
        Collections.reverse(reversed);

        locks.tryWithAll(some, Duration.ofSeconds(1), () -> "work");
        List<String> taken = List.copyOf(names);
        names.clear();
        locks.tryWithAll(reversed, Duration.ofSeconds(1), () -> "work");

        assertThat(names).isEqualTo(taken).doesNotHaveDuplicates();
        assertThat(lock.isLocked()).isFalse();
    }
}
