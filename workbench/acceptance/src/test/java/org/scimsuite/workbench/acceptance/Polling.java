package org.scimsuite.workbench.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is the wanted one; for what may take effect with a delay, as a token's revocation may. */
final class Polling {

    private static final Duration LONGEST = Duration.ofSeconds(75);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Polling() {}

    /** @throws AssertionError with the last answer when the wanted one does not come */
    static Reply until(Supplier<Reply> question, Predicate<Reply> wanted) {
        Instant deadline = Instant.now().plus(LONGEST);
        Reply last = question.get();
        while (!wanted.test(last)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "The wanted answer did not come; the last was " + last.status() + " " + last.text());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            last = question.get();
        }
        return last;
    }
}
