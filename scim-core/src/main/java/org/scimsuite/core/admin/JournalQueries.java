package org.scimsuite.core.admin;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.journal.JournalStore.JournalQuery;

/** Reads the journal. */
public final class JournalQueries {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final JournalStore journal;

    public JournalQueries(JournalStore journal) {
        this.journal = journal;
    }

    public Optional<JournalEntry> find(String id) {
        return journal.find(id);
    }

    /**
     * Entries newest first.
     *
     * @param connectionId only this connection's
     * @param subjectId only those about this SCIM id
     * @param limit at most so many; 50 when empty, never more than 500
     */
    public List<JournalEntry> latest(
            Optional<String> connectionId, Optional<String> subjectId, Optional<Integer> limit) {
        return journal.find(new JournalQuery(connectionId, subjectId, bounded(limit)));
    }

    /**
     * Entries newest first.
     *
     * @param wanted which; its limit is best made by {@link #bounded}
     */
    public List<JournalEntry> find(JournalQuery wanted) {
        return journal.find(wanted);
    }

    /** How many entries are given at a time: 50 when empty, 1 to 500 otherwise. */
    public static int bounded(Optional<Integer> limit) {
        return Math.max(1, Math.min(MAX_LIMIT, limit.orElse(DEFAULT_LIMIT)));
    }
}
