package org.scimsuite.crowd;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.scimsuite.atlassian.embedded.ConnectionSource;
import org.scimsuite.atlassian.embedded.DataSourceConnections;

/** Crowd's database as its configuration says: a data source of its servlet container, or a driver with a URL. */
final class ConfiguredDatabase {

    private static final String DATA_SOURCE = "hibernate.connection.datasource";
    private static final String OF_THE_CONTAINER = "java:";
    private static final String PASSWORD = "hibernate.connection.password";

    /** What newer releases write in the place of a password that is kept elsewhere. */
    private static final String KEPT_ELSEWHERE = "{ATL_SECURED}";

    private static final String DECRYPTER = "jdbc.password.decrypter.classname";

    private static final int MOST_CONNECTIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private ConfiguredDatabase() {}

    /**
     * Opens the database.
     *
     * @param crowd the class loader of Crowd itself
     * @throws IllegalStateException with a readable sentence, and no secret in it, when the configuration does not say how
     */
    static ConnectionSource open(Path file, ClassLoader crowd) {
        CrowdConfiguration configuration = CrowdConfiguration.read(file);
        return configuration
                .find(DATA_SOURCE)
                .map(name -> named(name, crowd))
                .orElseGet(() -> pooled(configuration, crowd));
    }

    @SuppressWarnings("BanJNDI") // the name is Crowd's own, and of its servlet container
    private static ConnectionSource named(String name, ClassLoader crowd) {
        if (!name.startsWith(OF_THE_CONTAINER)) {
            throw new IllegalStateException(DATA_SOURCE + " in crowd.cfg.xml does not begin with " + OF_THE_CONTAINER
                    + ": it is not looked up");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // servlet containers keep the names of an application by its class loader
        thread.setContextClassLoader(crowd);
        try {
            return new DataSourceConnections((DataSource) new InitialContext().lookup(name), () -> {});
        } catch (NamingException | ClassCastException e) {
            throw new IllegalStateException("Crowd's data source " + name + " is not there: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ConnectionSource pooled(CrowdConfiguration configuration, ClassLoader crowd) {
        String password = configuration.find(PASSWORD).orElse("");
        if (password.equals(KEPT_ELSEWHERE) || configuration.find(DECRYPTER).isPresent()) {
            throw new IllegalStateException("The database password in " + configuration.file()
                    + " is one that only Crowd can read. Give Crowd its database as a data source of the servlet container ("
                    + DATA_SOURCE + "), which the SCIM plugin can use too.");
        }
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(new DriverConnections(
                DriverConnections.driver(configuration.require("hibernate.connection.driver_class"), crowd),
                configuration.require("hibernate.connection.url"),
                configuration.find("hibernate.connection.username").orElse(""),
                password));
        settings.setPoolName("scim-suite");
        settings.setMaximumPoolSize(MOST_CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setIdleTimeout(IDLE.toMillis());
        settings.setConnectionTimeout(PATIENCE.toMillis());
        HikariDataSource pool = new HikariDataSource(settings);
        return new DataSourceConnections(pool, pool::close);
    }
}
