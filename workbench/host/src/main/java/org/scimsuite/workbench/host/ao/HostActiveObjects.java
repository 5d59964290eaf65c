package org.scimsuite.workbench.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.Transaction;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import org.scimsuite.workbench.host.HostOptions.Reads;
import org.scimsuite.workbench.host.database.Database;

/**
 * The plugin's tables. As in the products they are made on first use, not while the plugin starts, and by one node of a
 * cluster at a time.
 */
@SuppressWarnings({"unchecked", "deprecation"}) // the generic arrays and the flushing are the product's
public final class HostActiveObjects implements ActiveObjects {

    static {
        // The products' transactions are read-committed; the library alone would choose serializable.
        System.setProperty("ao.transaction.isolation.level", "TRANSACTION_READ_COMMITTED");
    }

    private final Database database;
    private final AtlassianNames names;
    private final Supplier<List<Class<?>>> entities;
    private final Lock migration;
    private final Reads reads;
    private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<Boolean> migrating = ThreadLocal.withInitial(() -> false);
    private volatile EntityManager manager;

    /**
     * @param namespace what the descriptor says; the table prefix depends on it
     * @param entities loads the entity classes of the descriptor; asked on first use
     * @param reads whether there are connections outside a transaction
     */
    public HostActiveObjects(
            Database database,
            ClusterLockService locks,
            String namespace,
            Supplier<List<Class<?>>> entities,
            Reads reads) {
        this.database = database;
        this.names = new AtlassianNames(namespace);
        this.entities = entities;
        this.reads = reads;
        this.migration = locks.getLockForName("stand-in:ao:" + namespace);
    }

    private EntityManager manager() throws SQLException {
        EntityManager ready = manager;
        if (ready != null) {
            return ready;
        }
        synchronized (this) {
            if (manager == null) {
                migrating.set(true);
                try {
                    manager = made();
                } finally {
                    migrating.remove();
                }
            }
            return manager;
        }
    }

    private EntityManager made() throws SQLException {
        EntityManager made = new EntityManager(provider(), names);
        migration.lock();
        try {
            made.migrate(entities.get().toArray(Class[]::new));
        } finally {
            migration.unlock();
        }
        return made;
    }

    private DatabaseProvider provider() {
        DisposableDataSource source = new Pooled(
                database.dataSource(), () -> reads == Reads.ANYWHERE || inTransaction.get() || migrating.get());
        return switch (database.kind()) {
            case H2 -> new H2DatabaseProvider(source, "PUBLIC");
            case POSTGRESQL -> new PostgreSQLDatabaseProvider(source, "public");
        };
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(EntityManager manager) throws SQLException;
    }

    private <T> T call(Call<T> call) {
        try {
            return call.on(manager());
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    @Override
    public <T> T executeInTransaction(TransactionCallback<T> callback) {
        if (inTransaction.get()) {
            return callback.doInTransaction();
        }
        return call(entityManager -> {
            inTransaction.set(true);
            try {
                return new Transaction<T>(entityManager) {
                    @Override
                    protected T run() {
                        return callback.doInTransaction();
                    }
                }.execute();
            } finally {
                inTransaction.remove();
            }
        });
    }

    @Override
    public void migrate(Class<? extends RawEntity<?>>... types) {
        call(entityManager -> {
            entityManager.migrate(types);
            return null;
        });
    }

    @Override
    public void migrateDestructively(Class<? extends RawEntity<?>>... types) {
        call(entityManager -> {
            entityManager.migrateDestructively(types);
            return null;
        });
    }

    @Override
    public void flushAll() {
        call(entityManager -> {
            entityManager.flushAll();
            return null;
        });
    }

    @Override
    public void flush(RawEntity<?>... rows) {
        call(entityManager -> {
            entityManager.flush(rows);
            return null;
        });
    }

    @Override
    public <T extends RawEntity<K>, K> T[] get(Class<T> type, K... keys) {
        return call(entityManager -> entityManager.get(type, keys));
    }

    @Override
    public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
        return call(entityManager -> entityManager.get(type, key));
    }

    @Override
    public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
        return call(entityManager -> entityManager.create(type, params));
    }

    @Override
    public <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params) {
        return call(entityManager -> entityManager.create(type, params));
    }

    @Override
    public void delete(RawEntity<?>... rows) {
        call(entityManager -> {
            entityManager.delete(rows);
            return null;
        });
    }

    @Override
    public <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return call(entityManager -> entityManager.deleteWithSQL(type, criteria, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
        return call(entityManager -> entityManager.find(type));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, String criteria, Object... parameters) {
        return call(entityManager -> entityManager.find(type, criteria, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
        return call(entityManager -> entityManager.find(type, query));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, String field, Query query) {
        return call(entityManager -> entityManager.find(type, field, query));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] findWithSQL(
            Class<T> type, String keyField, String sql, Object... parameters) {
        return call(entityManager -> entityManager.findWithSQL(type, keyField, sql, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> void stream(
            Class<T> type, Query query, EntityStreamCallback<T, K> streamCallback) {
        call(entityManager -> {
            entityManager.stream(type, query, streamCallback);
            return null;
        });
    }

    @Override
    public <T extends RawEntity<K>, K> void stream(Class<T> type, EntityStreamCallback<T, K> streamCallback) {
        call(entityManager -> {
            entityManager.stream(type, streamCallback);
            return null;
        });
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type) {
        return call(entityManager -> entityManager.count(type));
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return call(entityManager -> entityManager.count(type, criteria, parameters));
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
        return call(entityManager -> entityManager.count(type, query));
    }

    @Override
    public ActiveObjectsModuleMetaData moduleMetaData() {
        throw new UnsupportedOperationException("The stand-in has no module meta data");
    }

    /** The host's pool under the name the library wants; the host, not the library, ends it. */
    private record Pooled(DataSource pool, BooleanSupplier isOpen) implements DisposableDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            if (!isOpen.getAsBoolean()) {
                throw new SQLException("This thread has no session, and none is opened outside a transaction");
            }
            Connection connection = pool.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Pooled.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("setTransactionIsolation")) {
                            // the pool has set it; the library does so for each transaction, at the price of a round
                            // trip
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return pool.getConnection(username, password);
        }

        @Override
        public void dispose() {}

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return pool.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            pool.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            pool.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return pool.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
        }

        @Override
        public <T> T unwrap(Class<T> iface) throws SQLException {
            return pool.unwrap(iface);
        }

        @Override
        public boolean isWrapperFor(Class<?> iface) throws SQLException {
            return pool.isWrapperFor(iface);
        }
    }
}
