package org.scimsuite.atlassian.activeobjects;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import net.java.ao.ActiveObjectsException;
import net.java.ao.EntityManager;
import net.java.ao.Transaction;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.builder.EntityManagerBuilder;

/**
 * The product's {@link ActiveObjects} on the real library, with the product's naming rules. Two of them on one database
 * are two nodes of a cluster. By default each database is an H2 in memory; {@code -Dscim.test.jdbc.url} (with {@code .user}
 * and {@code .password}) names another one, whose tables are then shared by all tests.
 */
public final class TestActiveObjects {

    private TestActiveObjects() {}

    /** A database of its own, where the engine allows it. */
    public static String newDatabase() {
        return System.getProperty(
                "scim.test.jdbc.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }

    /** A node of the cluster on that database; its tables exist when this returns. */
    public static Tables node(String jdbcUrl) {
        return node(
                jdbcUrl,
                System.getProperty("scim.test.jdbc.user", "sa"),
                System.getProperty("scim.test.jdbc.password", ""));
    }

    static Tables node(String jdbcUrl, String user, String password) {
        EntityManager manager = EntityManagerBuilder.url(jdbcUrl)
                .username(user)
                .password(password)
                .auto()
                .schema(jdbcUrl.startsWith("jdbc:h2") ? "PUBLIC" : "public")
                .tableNameConverter(
                        new AtlassianTableNameConverter(name -> "AO_C0FFEE_" + name.toUpperCase(Locale.ROOT)))
                .fieldNameConverter(new AtlassianFieldNameConverter())
                .indexNameConverter(new AtlassianIndexNameConverter())
                .sequenceNameConverter(new AtlassianSequenceNameConverter())
                .triggerNameConverter(new AtlassianTriggerNameConverter())
                .uniqueNameConverter(new AtlassianUniqueNameConverter())
                .build();
        migrate(manager);
        return new HostTables((ActiveObjects) Proxy.newProxyInstance(
                ActiveObjects.class.getClassLoader(),
                new Class<?>[] {ActiveObjects.class},
                (proxy, method, arguments) -> call(manager, method, arguments)));
    }

    @SuppressWarnings("unchecked") // generic array of a library's signature
    private static void migrate(EntityManager manager) {
        try {
            manager.migrate(Rows.ALL.toArray(Class[]::new));
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    private static Object call(EntityManager manager, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("executeInTransaction")) {
            return new Transaction<Object>(manager) {
                @Override
                protected Object run() {
                    return ((TransactionCallback<?>) arguments[0]).doInTransaction();
                }
            }.execute();
        }
        try {
            return EntityManager.class
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(manager, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw new ActiveObjectsException(sql);
            }
            throw e.getCause();
        }
    }
}
