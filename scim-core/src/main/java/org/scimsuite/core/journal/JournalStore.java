package org.scimsuite.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.journal.JournalEntry.Outcome;

/** Where journal entries are kept. Every method is one transaction of its own, unless there is one already. */
public interface JournalStore {

    /** Adds an entry. */
    Stored insert(JournalEntry entry);

    Optional<JournalEntry> find(String id);

    /** Entries newest first. */
    List<JournalEntry> find(JournalQuery query);

    /**
     * How many requests came in since then, and how they ended. What administrators asked for is left out.
     *
     * @param connectionId of this connection; empty for the requests of those who were not let in
     */
    JournalTally tally(Optional<String> connectionId, Instant since);

    /** An entry in the store. */
    interface Stored {

        /** Replaces it by what is known of the request now; what came in stays as it is. */
        void replace(JournalEntry entry);
    }

    /**
     * Which entries.
     *
     * @param connectionId only this connection's
     * @param subjectId only those about this SCIM id
     * @param outcome only those that ended so
     * @param olderThan only those that come behind the entry of this id; none when there is no such entry
     * @param limit at most so many, from 1
     */
    record JournalQuery(
            Optional<String> connectionId,
            Optional<String> subjectId,
            Optional<Outcome> outcome,
            Optional<String> olderThan,
            int limit) {

        /** The newest, however they ended. */
        public JournalQuery(Optional<String> connectionId, Optional<String> subjectId, int limit) {
            this(connectionId, subjectId, Optional.empty(), Optional.empty(), limit);
        }
    }
}
