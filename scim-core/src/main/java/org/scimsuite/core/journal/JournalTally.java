package org.scimsuite.core.journal;

import java.util.Map;
import org.scimsuite.core.journal.JournalEntry.Outcome;

/**
 * How many requests ended how.
 *
 * @param counts outcomes that did not occur may be left out
 */
public record JournalTally(Map<Outcome, Integer> counts) {

    public JournalTally {
        counts = Map.copyOf(counts);
    }

    public int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
