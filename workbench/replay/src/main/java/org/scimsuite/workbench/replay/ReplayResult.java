package org.scimsuite.workbench.replay;

import java.util.List;

/**
 * How a play went.
 *
 * @param requests how many requests were sent
 * @param failures one sentence for each thing that was not as expected, beginning with the step's number and title
 */
public record ReplayResult(String exchange, int requests, List<String> failures) {

    public ReplayResult {
        failures = List.copyOf(failures);
    }

    /** Says whether everything was as expected. */
    public boolean green() {
        return failures.isEmpty();
    }
}
