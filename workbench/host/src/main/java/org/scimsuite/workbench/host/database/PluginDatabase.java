package org.scimsuite.workbench.host.database;

import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.scimsuite.workbench.host.HostOptions;

/** The two ways in which a plugin may reach the database of a product without Active Objects. */
public final class PluginDatabase {

    /** What whoever borrows a connection must leave to the lender. */
    private static final Set<String> REFUSED =
            Set.of("close", "abort", "commit", "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private PluginDatabase() {}

    /** The service that lends connections; a plugin that has no use for it finds the configuration in the product's home. */
    public static Map<Class<?>, Object> services(HostOptions options, Database database) throws IOException {
        Path home = options.data().resolve("home");
        System.setProperty("crowd.home", home.toAbsolutePath().toString());
        Files.createDirectories(home.resolve("shared"));
        Files.writeString(home.resolve("shared/crowd.cfg.xml"), configuration(database));
        TransactionalExecutor executor = new Lender(database);
        return Map.of(TransactionalExecutorFactory.class, (TransactionalExecutorFactory) () -> executor);
    }

    private static String configuration(Database database) {
        String driver = database.kind() == Database.Kind.H2 ? "org.h2.Driver" : "org.postgresql.Driver";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <application-configuration>
                  <setupStep>complete</setupStep>
                  <properties>
                    <property name="hibernate.connection.driver_class">%s</property>
                    <property name="hibernate.connection.password">%s</property>
                    <property name="hibernate.connection.url">%s</property>
                    <property name="hibernate.connection.username">%s</property>
                  </properties>
                </application-configuration>
                """.formatted(
                        driver,
                        text(database.jdbc().password()),
                        text(database.jdbc().url()),
                        text(database.jdbc().user()));
    }

    private static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }

    private record Lender(Database database) implements TransactionalExecutor {
        @Override
        public <A> A execute(ConnectionCallback<A> callback) {
            try {
                return database.inTransaction(connection -> callback.execute(lent(connection)));
            } catch (SQLException | RuntimeException e) {
                // whether the product wraps what its borrowers throw is open; this one does
                throw new IllegalStateException("The borrowed connection was given back with a failure", e);
            }
        }

        private static Connection lent(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Lender.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (REFUSED.contains(method.getName())) {
                            throw new UnsupportedOperationException("Borrowers must not call " + method.getName());
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
