package org.scimsuite.core.provision;

import java.util.List;

/** Changes of one directory, to be made in this order. */
public record ChangePlan(List<Change> changes) {

    public ChangePlan {
        changes = List.copyOf(changes);
    }

    public static ChangePlan of(Change... changes) {
        return new ChangePlan(List.of(changes));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** For the journal. */
    public List<String> sentences() {
        return changes.stream().map(Change::sentence).toList();
    }
}
