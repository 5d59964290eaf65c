package org.scimsuite.core.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalStore;

/** The journal in memory. */
public final class InMemoryJournal implements JournalStore {

    private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
    private int writes;

    /** How often an entry was written since this was last asked. */
    public synchronized int takeWrites() {
        int taken = writes;
        writes = 0;
        return taken;
    }

    /** Oldest first. */
    public synchronized List<JournalEntry> all() {
        return List.copyOf(entries.values());
    }

    /** The newest entry. */
    public synchronized JournalEntry last() {
        return new ArrayList<>(entries.values()).get(entries.size() - 1);
    }

    @Override
    public synchronized Stored insert(JournalEntry entry) {
        writes++;
        entries.put(entry.id(), entry);
        return this::replace;
    }

    private synchronized void replace(JournalEntry entry) {
        writes++;
        entries.replace(entry.id(), entry);
    }

    @Override
    public synchronized Optional<JournalEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized List<JournalEntry> find(JournalQuery query) {
        List<JournalEntry> newestFirst = new ArrayList<>(entries.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(entry ->
                        query.connectionId().isEmpty() || query.connectionId().equals(entry.connectionId()))
                .filter(entry ->
                        query.subjectId().isEmpty() || query.subjectId().equals(entry.subjectId()))
                .limit(query.limit())
                .toList();
    }
}
