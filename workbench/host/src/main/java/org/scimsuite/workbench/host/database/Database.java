package org.scimsuite.workbench.host.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.scimsuite.workbench.host.HostOptions;

/** A pooled connection to the one database of a host. */
public final class Database implements AutoCloseable {

    /** The database systems the host runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    /**
     * Without the write delay, what is committed survives the death of the process, as it does in a database server. The
     * query cache holds the few dozen statements that there are, which are parsed once then. Texts of the usual lengths stay in their
     * rows: those that do not are copied by each read, and the copies written to the disk.
     */
    private static final String OF_THE_FILE =
            ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=100;MAX_LENGTH_INPLACE_LOB=8192";

    private final Kind kind;
    private final HostOptions.Jdbc jdbc;
    private final HikariDataSource pool;

    private Database(Kind kind, HostOptions.Jdbc jdbc, HikariConfig settings) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.pool = new HikariDataSource(settings);
    }

    /** Opens the database given, or the H2 file in the data folder. */
    public static Database open(Optional<HostOptions.Jdbc> jdbc, Path data) {
        return jdbc.map(Database::open)
                .orElseGet(() -> open(new HostOptions.Jdbc(
                        "jdbc:h2:file:" + data.toAbsolutePath().resolve("database") + OF_THE_FILE, "sa", "")));
    }

    /** Opens a database by its JDBC URL. */
    public static Database open(HostOptions.Jdbc jdbc) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(jdbc.url());
        settings.setUsername(jdbc.user());
        settings.setPassword(jdbc.password());
        settings.setPoolName("host");
        settings.setMaximumPoolSize(30);
        settings.setMinimumIdle(2);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new Database(jdbc.url().startsWith("jdbc:postgresql:") ? Kind.POSTGRESQL : Kind.H2, jdbc, settings);
    }

    public Kind kind() {
        return kind;
    }

    /** Where it is. */
    public HostOptions.Jdbc jdbc() {
        return jdbc;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T on(Connection connection) throws SQLException, X;
    }

    /** Runs the work in a transaction of its own: committed when it returns, rolled back when it throws. */
    public <T, X extends Exception> T inTransaction(Work<T, X> work) throws SQLException, X {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** Runs work that is a single read, which needs no transaction. */
    public <T, X extends Exception> T read(Work<T, X> work) throws SQLException, X {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
