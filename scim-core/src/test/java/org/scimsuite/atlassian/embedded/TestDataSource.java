package org.scimsuite.atlassian.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.scimsuite.atlassian.activeobjects.Tables;

/** An empty database, and the nodes of a cluster on it. */
public final class TestDataSource {

    private final DataSource source;
    private final Lock cluster = new ReentrantLock();
    private final AtomicInteger ended = new AtomicInteger();

    private TestDataSource(DataSource source) {
        this.source = source;
    }

    /** A database of its own, in memory. */
    public static TestDataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        source.setUser("sa");
        return new TestDataSource(source);
    }

    /** A schema of that name, made anew, on the server that the environment names. */
    public static TestDataSource postgres(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getenv("SCIM_TEST_POSTGRES_URL"));
        source.setUser(System.getenv("SCIM_TEST_POSTGRES_USER"));
        source.setPassword(System.getenv("SCIM_TEST_POSTGRES_PASSWORD"));
        try (Connection connection =
                DriverManager.getConnection(source.getUrl(), source.getUser(), source.getPassword())) {
            connection.createStatement().execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            connection.createStatement().execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        source.setCurrentSchema(schema);
        return new TestDataSource(source);
    }

    DataSource source() {
        return source;
    }

    Lock cluster() {
        return cluster;
    }

    /** How many nodes have given their connections back. */
    int ended() {
        return ended.get();
    }

    ConnectionSource connections() {
        return new DataSourceConnections(source, ended::incrementAndGet);
    }

    /** A node of the cluster; the tables are made when it first uses them. */
    public Tables node() {
        return new EmbeddedTables(this::connections, this::cluster);
    }
}
