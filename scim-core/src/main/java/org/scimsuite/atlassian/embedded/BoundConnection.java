package org.scimsuite.atlassian.embedded;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import net.java.ao.DisposableDataSource;

/**
 * Gives the engine the connection of the transaction that its thread is in. Who began the transaction ends it: the engine's own
 * attempts to end it or to close the connection are passed over, which the product's connections would refuse.
 */
final class BoundConnection implements DisposableDataSource {

    private static final Set<String> PASSED_OVER =
            Set.of("close", "commit", "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    @SuppressWarnings("ThreadLocalUsage") // of this engine alone; removed behind each use
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    boolean isBound() {
        return bound.get() != null;
    }

    <T> T with(Connection connection, Supplier<T> work) {
        bound.set((Connection) Proxy.newProxyInstance(
                BoundConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (PASSED_OVER.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
        try {
            return work.get();
        } finally {
            bound.remove();
        }
    }

    @Override
    public Connection getConnection() {
        Connection connection = bound.get();
        if (connection == null) {
            throw new IllegalStateException("The tables are used outside a transaction");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    @Override
    public void dispose() {}

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> iface) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) {
        return false;
    }
}
