package org.scimsuite.core.provision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;

/** One lock for each record of a connection, or of what connections share: whoever holds it may write the record and what it stands for. */
final class RecordLocks {

    /** Well below the time-outs of identity providers, which are a minute. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** For work that somebody else can do as well. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Locks locks;
    private final String kind;

    /**
     * @param kind what the records are of, as errors call it: {@code user} or {@code group}
     */
    RecordLocks(Locks locks, String kind) {
        this.locks = locks;
        this.kind = kind;
    }

    /**
     * Does the work under the lock of a record.
     *
     * @throws ScimException 503 when another request holds the lock for too long
     */
    <T> T with(String scope, String id, Supplier<T> work) {
        return locks.tryWith(name(scope, id), TIMEOUT, work).orElseThrow(this::busy);
    }

    /** Does the work under the locks of several records, or leaves it when others hold one of them for more than a moment. */
    <T> Optional<T> ifSoonFree(String scope, List<String> ids, Supplier<T> work) {
        List<String> names = ids.stream().map(id -> name(scope, id)).toList();
        return locks.tryWithAll(names, SOON, work);
    }

    /** Does the work under the lock of a record, or leaves it when another request holds the lock. */
    <T> Optional<T> ifFree(String scope, String id, Supplier<T> work) {
        return locks.tryWith(name(scope, id), Duration.ZERO, work);
    }

    private ScimException busy() {
        return new ScimException(ScimError.unavailable(
                "Another request is changing the same " + kind + ". Send this one again.", RETRY_AFTER_SECONDS));
    }

    private String name(String scope, String id) {
        return kind + ":" + scope + "." + id;
    }
}
