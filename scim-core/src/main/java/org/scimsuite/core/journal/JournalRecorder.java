package org.scimsuite.core.journal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.message.ScimRequest;

/** Opens a recording for each request. */
public final class JournalRecorder {

    private final JournalStore store;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param ids gives a new id with each call
     */
    public JournalRecorder(JournalStore store, Clock clock, Supplier<String> ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Begins to record a request; nothing is stored yet.
     *
     * @param notes the dialect tolerances used so far, asked for when something is stored
     */
    public Recording begin(
            Optional<String> connectionId,
            Optional<String> tokenId,
            ScimRequest request,
            Supplier<List<String>> notes) {
        return new Recording(store, clock, ids, connectionId, tokenId, request, notes);
    }
}
