package org.scimsuite.atlassian.selfcheck;

import java.util.List;
import java.util.Set;

/**
 * What the self-check found.
 *
 * @param checked how many signatures were compared
 * @param problems what is missing or different, each a sentence with the name; SCIM is not served while there are any
 * @param remarks what is missing and can be done without
 * @param misfits the parts of the plugin that are switched off because of a remark
 */
public record SelfCheckReport(int checked, List<String> problems, List<String> remarks, Set<String> misfits) {

    public SelfCheckReport {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        misfits = Set.copyOf(misfits);
    }

    /** Whether a part of the plugin, named by the last part of its package, fits the running product. */
    public boolean fits(String part) {
        return !misfits.contains(part);
    }

    /** Whether everything that is needed is there. */
    public boolean isPassed() {
        return problems.isEmpty();
    }
}
