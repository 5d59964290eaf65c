package org.scimsuite.core.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.journal.JournalTally;

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
        if (query.olderThan().isPresent()) {
            JournalEntry last = entries.get(query.olderThan().get());
            int place = newestFirst.indexOf(last);
            newestFirst = place < 0 ? List.of() : newestFirst.subList(place + 1, newestFirst.size());
        }
        return newestFirst.stream()
                .filter(entry ->
                        query.connectionId().isEmpty() || query.connectionId().equals(entry.connectionId()))
                .filter(entry ->
                        query.subjectId().isEmpty() || query.subjectId().equals(entry.subjectId()))
                .filter(entry -> query.outcome().isEmpty() || query.outcome().get() == entry.outcome())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized JournalTally tally(Optional<String> connectionId, Instant since) {
        return new JournalTally(entries.values().stream()
                .filter(entry -> entry.connectionId().equals(connectionId))
                .filter(entry -> !entry.receivedAt().isBefore(since))
                .filter(entry -> !entry.method().equals(JournalEntry.ADMIN_METHOD))
                .collect(Collectors.toMap(JournalEntry::outcome, entry -> 1, Integer::sum)));
    }
}
