package org.scimsuite.core.bundle;

import java.util.List;
import java.util.stream.Collectors;

/** A document that is refused as a whole, with everything that is wrong with it. */
public final class InvalidBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<BundleProblem> problems;

    InvalidBundleException(List<BundleProblem> problems) {
        super(problems.stream().map(BundleProblem::toString).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the document; at least one. */
    public List<BundleProblem> problems() {
        return problems;
    }
}
