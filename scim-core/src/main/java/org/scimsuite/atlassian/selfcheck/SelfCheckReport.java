package org.scimsuite.atlassian.selfcheck;

import java.util.List;

/**
 * What the self-check found.
 *
 * @param checked how many signatures were compared
 * @param problems what is missing or different, each a sentence with the name; SCIM is not served while there are any
 * @param remarks what is missing and can be done without
 */
public record SelfCheckReport(int checked, List<String> problems, List<String> remarks) {

    public SelfCheckReport {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** Whether everything that is needed is there. */
    public boolean isPassed() {
        return problems.isEmpty();
    }
}
