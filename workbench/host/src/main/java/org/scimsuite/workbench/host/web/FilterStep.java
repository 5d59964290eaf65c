package org.scimsuite.workbench.host.web;

import jakarta.servlet.Filter;
import java.util.List;
import org.scimsuite.workbench.host.plugin.UrlPattern;

/**
 * One filter of the chain.
 *
 * @param access who may pass through it; others go on as if it were not there
 */
record FilterStep(Filter filter, List<UrlPattern> patterns, Access access) {

    /** Whom a filter sees. */
    enum Access {
        EVERYONE,
        LOGGED_IN
    }

    /** A filter of the product itself: it sees every request. */
    static FilterStep own(Filter filter) {
        return new FilterStep(filter, List.of(new UrlPattern("/*")), Access.EVERYONE);
    }

    boolean sees(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path))
                && (access == Access.EVERYONE || CurrentUser.name().isPresent());
    }
}
