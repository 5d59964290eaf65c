package org.scimsuite.core.journal;

import java.util.List;
import java.util.Optional;

/** Where journal entries are kept. Every method is one transaction of its own. */
public interface JournalStore {

    void insert(JournalEntry entry);

    /** Replaces the entry of the same id. */
    void update(JournalEntry entry);

    Optional<JournalEntry> find(String id);

    /** Entries newest first. */
    List<JournalEntry> find(JournalQuery query);

    /**
     * Which entries.
     *
     * @param connectionId only this connection's
     * @param subjectId only those about this SCIM id
     * @param limit at most so many, from 1
     */
    record JournalQuery(Optional<String> connectionId, Optional<String> subjectId, int limit) {}
}
