package org.scimsuite.atlassian.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DatabaseProvider;
import net.java.ao.Entity;
import net.java.ao.EntityManager;
import net.java.ao.Query;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.MySQLDatabaseProvider;
import net.java.ao.db.OracleDatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.db.SQLServerDatabaseProvider;
import org.scimsuite.atlassian.activeobjects.Rows;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables in the product's database, kept by an engine of the plugin's own. They are made and brought up to date on first use, by
 * one node of a cluster at a time. When that fails, the call fails, and the next one tries again.
 */
public final class EmbeddedTables implements Tables {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedTables.class);

    private final Supplier<ConnectionSource> sources;
    private final Supplier<Lock> migrationLock;
    private final BoundConnection bound = new BoundConnection();
    private volatile Engine engine;

    /**
     * @param sources asked on first use, and again when the tables could not be opened; refuses with an exception that says what
     *     is missing
     * @param migrationLock held by no other node
     */
    public EmbeddedTables(Supplier<ConnectionSource> sources, Supplier<Lock> migrationLock) {
        this.sources = sources;
        this.migrationLock = migrationLock;
    }

    private record Engine(ConnectionSource source, EntityManager manager) {}

    @FunctionalInterface
    private interface Call<T> {
        T on(EntityManager manager) throws SQLException;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (bound.isBound()) {
            return work.get();
        }
        return engine().source().inTransaction(connection -> bound.with(connection, work));
    }

    private <T> T call(Call<T> call) {
        return inTransaction(() -> {
            try {
                return call.on(engine().manager());
            } catch (SQLException e) {
                throw new ActiveObjectsException(e);
            }
        });
    }

    private Engine engine() {
        Engine ready = engine;
        if (ready != null) {
            return ready;
        }
        synchronized (this) {
            if (engine == null) {
                engine = open();
            }
            return engine;
        }
    }

    private Engine open() {
        ConnectionSource source = sources.get();
        try {
            Lock lock = migrationLock.get();
            lock.lock();
            try {
                return source.inTransaction(
                        connection -> bound.with(connection, () -> new Engine(source, migrated(connection))));
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private EntityManager migrated(Connection connection) {
        try {
            TableNames names = new TableNames();
            EntityManager manager = new EntityManager(provider(connection), names);
            migrate(manager);
            LOG.info("The SCIM tables {}_* are in the product's database", names.prefix());
            return manager;
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    @SuppressWarnings("unchecked") // generic array of the engine's signature
    private static void migrate(EntityManager manager) throws SQLException {
        manager.migrate(Rows.ALL.toArray(Class[]::new));
    }

    /** The databases that Crowd supports. */
    private DatabaseProvider provider(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> new H2DatabaseProvider(bound, connection.getSchema());
            case "PostgreSQL" -> new PostgreSQLDatabaseProvider(bound, connection.getSchema());
            case "MySQL" -> new MySQLDatabaseProvider(bound);
            case "Oracle" -> new OracleDatabaseProvider(bound, connection.getSchema());
            case "Microsoft SQL Server" -> new SQLServerDatabaseProvider(bound, connection.getSchema());
            default ->
                throw new IllegalStateException(
                        "The SCIM plugin cannot keep its tables in a database of the kind " + product);
        };
    }

    @Override
    public <R extends Entity> R create(Class<R> table, Map<String, Object> columns) {
        return call(manager -> manager.create(table, columns));
    }

    @Override
    public <R extends Entity> R[] find(Class<R> table, Query query) {
        return call(manager -> manager.find(table, query));
    }

    @Override
    public int count(Class<? extends Entity> table, String criteria, Object... parameters) {
        return call(manager -> manager.count(table, criteria, parameters));
    }

    @Override
    public void delete(Entity... rows) {
        call(manager -> {
            manager.delete(rows);
            return rows;
        });
    }

    @Override
    public int deleteWithSQL(Class<? extends Entity> table, String criteria, Object... parameters) {
        return call(manager -> manager.deleteWithSQL(table, criteria, parameters));
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.source().close();
            engine = null;
        }
    }
}
