package org.scimsuite.core.admin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.store.Alongside;

/** Writes into the journal what administrators have asked for, so that what follows from it has an entry to point at. */
final class AdminJournal {

    private final JournalStore store;
    private final Clock clock;

    AdminJournal(JournalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An entry, to be made durable with what it tells.
     *
     * @param path what it was about, under the connection
     * @param notes sentences without secrets
     */
    Alongside entry(String id, String connectionId, String path, List<String> notes) {
        JournalEntry entry = new JournalEntry(
                id,
                clock.instant(),
                Optional.of(connectionId),
                Optional.empty(),
                JournalEntry.ADMIN_METHOD,
                path,
                200,
                Outcome.APPLIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes,
                List.of(),
                "",
                Duration.ZERO);
        return new Alongside() {
            @Override
            public void write() {
                store.insert(entry);
            }

            @Override
            public void committed() {
                // nobody waits for it
            }
        };
    }
}
