package org.scimsuite.core.dialect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was tolerated or left out while one request was read: sentences for the journal, each once. Belongs to one request
 * and one thread; never holds values of the request, which may be personal or secret.
 */
public final class Notes {

    /** A hostile body must not fill the journal. */
    private static final int LIMIT = 50;

    private final Dialect dialect;
    /** Made when there is a first one, as most requests have none. */
    private Set<String> sentences = Set.of();

    /** Notes of a request that is read with every tolerance. */
    public Notes() {
        this(Dialect.COMPATIBLE);
    }

    public Notes(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether a tolerance may be used; using it is noted. */
    public boolean tolerates(Tolerance tolerance) {
        boolean allowed = dialect.allows(tolerance);
        if (allowed) {
            add(tolerance.sentence());
        }
        return allowed;
    }

    public void add(String sentence) {
        if (sentences.isEmpty()) {
            sentences = new LinkedHashSet<>();
        }
        if (sentences.size() < LIMIT) {
            sentences.add(sentence);
        }
    }

    /** In order of first use. */
    public List<String> all() {
        return List.copyOf(sentences);
    }
}
