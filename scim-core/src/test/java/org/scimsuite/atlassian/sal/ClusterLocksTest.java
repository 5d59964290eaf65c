package org.scimsuite.atlassian.sal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
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
        Optional<Boolean> held = locks.tryWith("a", Duration.ofSeconds(1), lock::isHeldByCurrentThread);

        assertThat(held).contains(true);
        assertThat(lock.isLocked()).isFalse();
        assertThat(names).hasSize(1).allMatch(name -> name.startsWith("org.scimsuite:"));
    }

    @Test
    void tryWithWhenManyNamesAreUsedThenTheProductSeesABoundedNumberOfLocks() {
        for (int person = 0; person < 20_000; person++) {
            locks.tryWith("person " + person, Duration.ofSeconds(1), () -> "work");
        }

        assertThat(names.stream().distinct()).hasSizeBetween(400, 512);
    }

    @Test
    void tryWithWhenTheThreadHoldsTheLockAlreadyThenTheWorkIsDone() {
        Optional<Optional<String>> nested = locks.tryWith(
                "a", Duration.ofSeconds(1), () -> locks.tryWith("a", Duration.ofSeconds(1), () -> "work"));

        assertThat(nested).contains(Optional.of("work"));
        assertThat(names).hasSize(1);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void tryWithWhenTheWorkThrowsThenFreeAgain() {
        assertThatThrownBy(() -> locks.tryWith("a", Duration.ofSeconds(1), () -> {
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
                        () -> locks.tryWith("a", Duration.ofMillis(1), () -> done.add("work")))
                .join();

        assertThat(result).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void stripedWhenAskedTwiceThenTheSameLockForAName() {
        StripedLocks striped = new StripedLocks();

        assertThat(striped.forName("ana")).isSameAs(striped.forName("ana")).isNotSameAs(striped.forName("ben"));
    }
}
