package org.scimsuite.atlassian.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import net.java.ao.Query;
import org.junit.jupiter.api.Test;
import org.scimsuite.atlassian.activeobjects.MadeGroupRow;
import org.scimsuite.atlassian.activeobjects.Rows;
import org.scimsuite.atlassian.activeobjects.Tables;

/** What the plugin's own engine promises, on any database. */
abstract class EmbeddedTablesCase {

    private final TestDataSource database;

    EmbeddedTablesCase(TestDataSource database) {
        this.database = database;
    }

    @Test
    void useWhenTheDatabaseIsEmptyThenTheTablesAreMadeUnderTheProductsNamesAndFitEveryDatabase() throws SQLException {
        assertThat(count(database.node())).isZero();

        assertThat(tables())
                .hasSameSizeAs(Rows.ALL)
                .allMatch(name -> name.startsWith("AO_ACAAEA_"))
                .allMatch(name -> name.length() <= 30);
    }

    @Test
    void useWhenNodesStartAtOnceThenOneMakesTheTablesAndAllFindThem() throws Exception {
        int nodes = 4;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Integer>> counts = threads.invokeAll(Collections.nCopies(nodes, (Callable<Integer>) () -> {
                Tables node = database.node();
                start.await();
                return count(node);
            }));

            for (Future<Integer> count : counts) {
                assertThat(count.get()).isZero();
            }
            assertThat(tables()).hasSameSizeAs(Rows.ALL);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void useWhenAnotherNodeMigratesThenItIsWaitedFor() throws Exception {
        database.cluster().lock();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> count = thread.submit(() -> count(database.node()));
            while (!((ReentrantLock) database.cluster()).hasQueuedThreads()) {
                Thread.onSpinWait();
            }

            assertThat(tables()).isEmpty();
            database.cluster().unlock();
            assertThat(count.get()).isZero();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void transactionWhenItEndsThenAnotherNodeSeesWhatItWrote() {
        Tables node = database.node();

        node.inTransaction(() -> {
            create(node, "first");
            return node.inTransaction(() -> create(node, "second"));
        });

        assertThat(database.node().find(MadeGroupRow.class, Query.select()))
                .extracting(MadeGroupRow::getGroupName)
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void transactionWhenItFailsThenNothingIsLeftAndTheFailureIsTheCallersOwn() throws SQLException {
        Tables node = database.node();
        create(node, "before");
        IllegalArgumentException failure = new IllegalArgumentException("no");

        assertThatThrownBy(() -> node.inTransaction(() -> {
                    create(node, "during");
                    node.deleteWithSQL(MadeGroupRow.class, "GROUP_NAME = ?", "before");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(node.find(MadeGroupRow.class, Query.select()))
                .extracting(MadeGroupRow::getGroupName)
                .containsExactly("before");
    }

    @Test
    void rowWhenDeletedThenGone() {
        Tables node = database.node();

        node.inTransaction(() -> {
            node.delete(create(node, "gone"));
            return null;
        });

        assertThat(count(node)).isZero();
    }

    @Test
    void useWhenTheDatabaseWasAwayThenTheNextCallTriesAgain() {
        AtomicInteger asked = new AtomicInteger();
        Tables node = new EmbeddedTables(
                () -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new IllegalStateException("away");
                    }
                    return database.connections();
                },
                database::cluster);

        assertThatThrownBy(() -> count(node)).hasMessage("away");
        assertThat(count(node)).isZero();
        assertThat(count(node)).isZero();
        assertThat(asked).hasValue(2);
    }

    @Test
    void closeWhenOpenThenConnectionsAreGivenBackOnce() {
        Tables unused = database.node();
        unused.close();
        Tables node = database.node();
        count(node);

        node.close();
        node.close();

        assertThat(database.ended()).isEqualTo(1);
    }

    @Test
    void connectionWhenGivenBackThenAsItWasLent() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            DataSourceConnections lent = new DataSourceConnections(dataSource(connection), () -> {});

            int during = lent.inTransaction(EmbeddedTablesCase::isolation);

            assertThat(during).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    /** A pool of one connection, which gives it out without its own way to close it. */
    private static DataSource dataSource(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return (DataSource) Proxy.newProxyInstance(
                EmbeddedTablesCase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    }

    private static int isolation(Connection connection) {
        try {
            return connection.getTransactionIsolation();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MadeGroupRow create(Tables node, String name) {
        return node.create(MadeGroupRow.class, Map.of("GROUP_KEY", name, "DIRECTORY_ID", 1L, "GROUP_NAME", name));
    }

    private static int count(Tables node) {
        return node.count(MadeGroupRow.class, "DIRECTORY_ID = ?", 1L);
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                ResultSet found = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }
}
