package org.scimsuite.workbench.benchmarks.push;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scimsuite.workbench.benchmarks.http.TestDatabase;

/**
 * The baseline: the rows that a push has left, inserted once more by prepared statements on one connection, into tables of the same
 * columns and indexes. Reading them is not measured.
 */
final class PlainInserts {

    /** What a push writes to: the plugin's tables, and those of the directory. */
    private static final List<String> TABLES = List.of(
            "_GROUP_RECORD",
            "_MEMBERSHIP",
            "_LOCAL_GRANT",
            "_MADE_GROUP",
            "_JOURNAL",
            "STANDIN_GROUP",
            "STANDIN_MEMBER");

    private final TestDatabase database;
    private final int groups;
    private final Map<String, Long> before = new LinkedHashMap<>();

    /** Remembers what is there now: that is not part of the push. */
    PlainInserts(TestDatabase database, int groups) throws SQLException {
        this.database = database;
        this.groups = groups;
        try (Connection connection = open()) {
            for (String ending : TABLES) {
                String table = CopiedTable.find(connection, ending);
                before.put(table, CopiedTable.highestId(connection, table));
            }
        }
    }

    /** When a transaction ends. */
    enum Commits {
        /** After the rows of a group: as few as durability allows. */
        EACH_GROUP('G'),
        /** After each membership in the directory, and after the rest of a group: as if the directory were asked for one at a time. */
        EACH_DIRECTORY_CHANGE('D');

        /** In the names of tables. */
        private final char letter;

        Commits(char letter) {
            this.letter = letter;
        }
    }

    /** How long the inserts took, without reading. */
    record Inserted(long rows, Duration time) {}

    /** Inserts the rows of all tables, those of each group together. */
    Inserted run(Commits commits) throws SQLException {
        long nanos = 0;
        long rows = 0;
        try (Connection source = open();
                Connection target = open()) {
            source.setAutoCommit(false);
            List<CopiedTable> tables = new ArrayList<>();
            Map<CopiedTable, Integer> perGroup = new LinkedHashMap<>();
            for (Map.Entry<String, Long> table : before.entrySet()) {
                String copy = "BARE_" + commits.letter + '_' + tables.size();
                tables.add(new CopiedTable(source, target, table.getKey(), copy, table.getValue()));
                perGroup.put(tables.get(tables.size() - 1), perGroup(source, table.getKey(), table.getValue()));
            }
            target.setAutoCommit(false);
            for (int group = 0; group <= groups; group++) {
                Map<CopiedTable, List<Object[]>> read = new LinkedHashMap<>();
                for (CopiedTable table : tables) {
                    read.put(table, table.next(perGroup.get(table)));
                    rows += read.get(table).size();
                }
                long begun = System.nanoTime();
                insert(target, read, commits);
                nanos += System.nanoTime() - begun;
            }
            for (CopiedTable table : tables) {
                table.close();
            }
        }
        return new Inserted(rows, Duration.ofNanos(nanos));
    }

    private static void insert(Connection target, Map<CopiedTable, List<Object[]>> rows, Commits commits)
            throws SQLException {
        for (Map.Entry<CopiedTable, List<Object[]>> table : rows.entrySet()) {
            boolean commitsEach = commits == Commits.EACH_DIRECTORY_CHANGE
                    && table.getKey().name().toUpperCase(Locale.ROOT).startsWith("STANDIN");
            for (Object[] row : table.getValue()) {
                table.getKey().insert(row);
                if (commitsEach) {
                    target.commit();
                }
            }
        }
        target.commit();
    }

    private int perGroup(Connection connection, String table, long after) throws SQLException {
        long count = CopiedTable.count(connection, table, after);
        return (int) Math.max(1, (count + groups - 1) / groups);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
