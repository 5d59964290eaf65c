package org.scimsuite.core.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lets something happen a number of times in each minute. */
final class MinuteBudget {

    private final Clock clock;
    private final int perMinute;
    private Instant minute = Instant.EPOCH;
    private int taken;

    MinuteBudget(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Whether it may happen once more in this minute. */
    synchronized boolean take() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            taken = 0;
        }
        taken++;
        return taken <= perMinute;
    }
}
