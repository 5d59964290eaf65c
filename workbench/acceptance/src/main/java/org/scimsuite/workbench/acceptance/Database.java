package org.scimsuite.workbench.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the host keeps everything. */
public enum Database {
    /** A file in the host's data folder; always there. */
    H2 {
        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public List<String> create(String name) {
            return List.of();
        }
    },

    /**
     * A server that the environment names: {@code SCIM_TEST_POSTGRES_URL} (JDBC), {@code SCIM_TEST_POSTGRES_USER} and
     * {@code SCIM_TEST_POSTGRES_PASSWORD}. The user must be allowed to create databases: each host gets one of its own.
     */
    POSTGRESQL {
        @Override
        public Optional<String> missing() {
            String server = System.getenv("SCIM_TEST_POSTGRES_URL");
            return server == null || server.isBlank()
                    ? Optional.of("PostgreSQL is not tested: SCIM_TEST_POSTGRES_URL is not set.")
                    : Optional.empty();
        }

        @Override
        public List<String> create(String name) {
            String server = System.getenv("SCIM_TEST_POSTGRES_URL");
            String user = System.getenv("SCIM_TEST_POSTGRES_USER");
            String password = System.getenv("SCIM_TEST_POSTGRES_PASSWORD");
            try (Connection connection = DriverManager.getConnection(server, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                statement.execute(
                        "CREATE DATABASE " + name + " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
            } catch (SQLException e) {
                throw new IllegalStateException("The database " + name + " cannot be made on " + server + ".", e);
            }
            String url = server.substring(0, server.lastIndexOf('/') + 1) + name;
            return List.of("--jdbc-url=" + url, "--jdbc-user=" + user, "--jdbc-password=" + password);
        }
    };

    /** Returns why tests cannot use this database here; empty when they can. */
    public abstract Optional<String> missing();

    /** Makes an empty database of that name and returns the host's options for it. */
    public abstract List<String> create(String name);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
