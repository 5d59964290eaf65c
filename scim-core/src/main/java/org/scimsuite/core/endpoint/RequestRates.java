package org.scimsuite.core.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.message.ScimError;

/**
 * Keeps a connection to its requests per second, on this node. What was not used is saved up for {@link #SAVED}, so that the
 * bursts of a synchronization pass.
 */
final class RequestRates {

    /** For how long unused requests are saved up. */
    static final Duration SAVED = Duration.ofSeconds(10);

    private final Clock clock;

    /** By connection id. */
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    RequestRates(Clock clock) {
        this.clock = clock;
    }

    /** Counts a request; 429 with the seconds to wait when there were too many. */
    Optional<ScimError> refusal(Connection connection) {
        int rate = connection.requestsPerSecond();
        return accounts.computeIfAbsent(connection.id(), id -> new Account(clock.instant(), rate))
                        .take(clock.instant(), rate)
                ? Optional.empty()
                : Optional.of(ScimError.tooManyRequests(
                        "This connection sends more than " + rate
                                + " requests per second. Nothing was changed; send the request again later, or let the"
                                + " product's administrator raise the limit.",
                        1));
    }

    /** The requests that one connection may still send. */
    private static final class Account {

        private Instant last;
        private double saved;

        Account(Instant now, int rate) {
            last = now;
            saved = capacity(rate);
        }

        synchronized boolean take(Instant now, int rate) {
            double earned = Math.max(0, Duration.between(last, now).toNanos() / 1e9 * rate);
            saved = Math.min(capacity(rate), saved + earned);
            last = now;
            if (saved < 1) {
                return false;
            }
            saved--;
            return true;
        }

        private static double capacity(int rate) {
            return (double) rate * SAVED.toSeconds();
        }
    }
}
