package org.scimsuite.workbench.benchmarks.http;

import java.util.List;

/** What is measured, and the statements that a request of that kind cannot do without. */
enum Operation {
    CREATE(
            "create",
            50,
            List.of(
                    "select the directory user of that name (there must be none)",
                    "transaction: insert the pending record, insert the journal entry",
                    "transaction: insert the directory user",
                    "transaction: update the record to applied, update the journal entry with its outcome")),
    READ(
            "read by id",
            70,
            List.of(
                    "select the record of that id",
                    "select its directory user, whose word counts",
                    "select its memberships, for `groups`")),
    FIND(
            "`userName eq`",
            70,
            List.of(
                    "select the directory user of that name",
                    "select the record of that name",
                    "select its memberships, for `groups`")),
    PATCH(
            "PATCH `active`",
            50,
            List.of(
                    "select the record",
                    "select its directory user",
                    "select its memberships, for `groups`",
                    "transaction: update the record to pending, insert the journal entry",
                    "transaction: update the directory user",
                    "transaction: update the record to applied, update the journal entry with its outcome"));

    private final String title;
    private final int target;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> statements;

    Operation(String title, int target, List<String> statements) {
        this.title = title;
        this.target = target;
        this.statements = statements;
    }

    String title() {
        return title;
    }

    /** What is aimed at, in percent of the baseline's requests per second. */
    int target() {
        return target;
    }

    List<String> statements() {
        return statements;
    }
}
