package org.scimsuite.atlassian.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import net.java.ao.ActiveObjectsException;

/** Connections of a data source, which come back as they were lent. */
public final class DataSourceConnections implements ConnectionSource {

    private final DataSource connections;
    private final Runnable end;

    /** @param end called when nobody wants connections any more */
    public DataSourceConnections(DataSource connections, Runnable end) {
        this.connections = connections;
        this.end = end;
    }

    @Override
    public <T> T inTransaction(Function<Connection, T> work) {
        try (Connection connection = connections.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            // what the products' own Active Objects use, and the stores are written for
            isolate(connection, Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.apply(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error failure) {
                giveUp(connection, isolation, failure);
                throw failure;
            }
            giveBack(connection, isolation);
            return result;
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    private static void giveUp(Connection connection, int isolation, Throwable failure) {
        try {
            connection.rollback();
            giveBack(connection, isolation);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static void giveBack(Connection connection, int isolation) throws SQLException {
        connection.setAutoCommit(true);
        isolate(connection, isolation);
    }

    private static void isolate(Connection connection, int isolation) throws SQLException {
        if (connection.getTransactionIsolation() != isolation) {
            connection.setTransactionIsolation(isolation);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
