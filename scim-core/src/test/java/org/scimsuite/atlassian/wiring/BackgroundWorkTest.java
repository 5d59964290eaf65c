package org.scimsuite.atlassian.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void wakeThenTheNextRoundComesAtOnceAlsoBehindOneThatFailed() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        try (BackgroundWork background = new BackgroundWork("test", NEVER, Duration.ofSeconds(10))) {
            background.start(() -> {
                rounds.countDown();
                if (rounds.getCount() > 0) {
                    background.wake();
                }
                throw new IllegalStateException("a round that fails");
            });

            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closeThenItsThreadsAreGoneAndNothingMoreIsAccepted() throws InterruptedException {
        AtomicReference<Thread> recurring = new AtomicReference<>();
        AtomicReference<Thread> single = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(2);
        BackgroundWork background = new BackgroundWork("test", NEVER, Duration.ofMillis(1));
        background.start(() -> {
            recurring.set(Thread.currentThread());
            begun.countDown();
        });
        background.run(() -> {
            single.set(Thread.currentThread());
            begun.countDown();
            waitForInterrupt();
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        background.close();

        single.get().join(30_000);
        recurring.get().join(30_000);
        assertThat(single.get().isAlive()).isFalse();
        assertThat(recurring.get().isAlive()).isFalse();
        assertThatThrownBy(() -> background.run(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
