package org.scimsuite.workbench.benchmarks.http;

import java.util.Locale;

/** Look-ups and pages with a certain number of people. */
record Counts(int people, Block read, Block find, Plugin.Pages pages) {

    static final String HEADER = String.format(Locale.ROOT, """
            | people | read by id: per s | `userName eq`: per s | first page of %1$d by cursor: ms | a later page: ms |
            |---|---|---|---|---|""", Plugin.PAGE_SIZE);

    /** A line of a Markdown table; times are medians. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %,.0f | %.1f | %.1f |",
                people,
                read.perSecond(),
                find.perSecond(),
                pages.first().percentile(50),
                pages.later().percentile(50));
    }
}
