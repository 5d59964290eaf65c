package org.scimsuite.crowd;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** New connections by a driver of Crowd. Its failures are told without the URL, which may hold a password, and the password. */
final class DriverConnections implements DataSource {

    private final Driver driver;
    private final String url;
    private final String user;
    private final String password;

    DriverConnections(Driver driver, String url, String user, String password) {
        this.driver = driver;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A driver that Crowd has; the plugin has none. */
    static Driver driver(String name, ClassLoader crowd) {
        try {
            return Class.forName(name, /* initialize= */ true, crowd)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException
                | ClassCastException
                | LinkageError e) {
            throw new IllegalStateException("Crowd's database driver " + name + " cannot be used", e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties login = new Properties();
        if (!user.isEmpty()) {
            login.setProperty("user", user);
            login.setProperty("password", password);
        }
        Connection connection;
        try {
            connection = driver.connect(url, login);
        } catch (SQLException e) {
            throw new SQLException(withoutSecrets(String.valueOf(e.getMessage())), e.getSQLState(), e.getErrorCode());
        }
        if (connection == null) {
            throw new SQLException("The driver " + driver.getClass().getName()
                    + " does not know databases of the kind in crowd.cfg.xml");
        }
        return connection;
    }

    private String withoutSecrets(String message) {
        String settings = url.replaceFirst("^[^;?]*[;?]?", "");
        return Stream.of(url, settings, password)
                .filter(secret -> !secret.isEmpty())
                .reduce(message, (text, secret) -> text.replace(secret, "(not shown)"));
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

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
