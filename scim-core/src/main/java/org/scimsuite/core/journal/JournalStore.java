package org.scimsuite.core.journal;

import java.util.List;
import java.util.Optional;

/** Where journal entries are kept. Every method is one transaction of its own, unless there is one already. */
public interface JournalStore {

    /** Adds an entry. */
    Stored insert(JournalEntry entry);

    Optional<JournalEntry> find(String id);

    /** Entries newest first. */
    List<JournalEntry> find(JournalQuery query);

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
     * @param limit at most so many, from 1
     */
    record JournalQuery(Optional<String> connectionId, Optional<String> subjectId, int limit) {}
}
