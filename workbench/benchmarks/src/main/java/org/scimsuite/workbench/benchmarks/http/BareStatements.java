package org.scimsuite.workbench.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements of {@link Operation}, and nothing else: prepared, on pooled connections. People are numbers here. */
final class BareStatements {

    private static final String CONNECTION = "3f0c2f6e-0000-4000-8000-000000000001";

    private static final int PEOPLE_PER_TRANSACTION = 500;

    private final DataSource pool;

    BareStatements(DataSource pool) {
        this.pool = pool;
    }

    /** Does an operation on a person; what a reader would be shown. */
    String run(Operation operation, int person, boolean active) throws SQLException {
        return switch (operation) {
            case CREATE -> create(person);
            case READ -> read("select * from user_record where record_key = ?", key("record", person), person);
            case FIND -> read("select * from user_record where name_hash = ?", key("name", person), person);
            case PATCH -> patch(person, active);
        };
    }

    private String create(int person) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (user(connection, person).length() > 0) {
                throw new IllegalStateException("There is already a person " + person);
            }
            connection.setAutoCommit(false);
            create(connection, person, Connection::commit);
            connection.setAutoCommit(true);
            return Person.json(person);
        }
    }

    /** Ends a transaction, or leaves it open. */
    @FunctionalInterface
    private interface Commit {
        void on(Connection connection) throws SQLException;
    }

    private static void create(Connection connection, int person, Commit commit) throws SQLException {
        String entry = UUID.randomUUID().toString();
        update(
                connection,
                "insert into user_record (record_key, name_hash, sort_key, external_hash, connection_id, scim_id, name_key,"
                        + " external_id, directory_name, lifecycle, progress, scim_attributes, created_at, modified_at,"
                        + " revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'MANAGED', 'PENDING', ?, ?, ?, 1)",
                key("record", person),
                key("name", person),
                key("sort", person),
                key("external", person),
                CONNECTION,
                key("id", person),
                Person.name(person),
                "ext-" + person,
                Person.name(person),
                Person.json(person),
                System.currentTimeMillis(),
                System.currentTimeMillis());
        begin(connection, entry, "POST", Person.json(person), person);
        commit.on(connection);
        update(
                connection,
                "insert into directory_user (directory_id, name, lower_name, active, first_name, last_name, display_name,"
                        + " email, external_id, credential) values (1, ?, ?, true, 'Given', 'Family', 'Given Family', ?, ?, ?)",
                Person.name(person),
                Person.name(person),
                Person.name(person),
                key("directory", person),
                key("credential", person));
        commit.on(connection);
        applied(connection, person);
        end(connection, entry, 201);
        commit.on(connection);
    }

    /** Creates people quickly, many in a transaction: the same rows, and nothing to measure. */
    void fill(int from, int people) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (int person = from; person < from + people; person++) {
                create(connection, person, open -> {});
                if (person % PEOPLE_PER_TRANSACTION == 0) {
                    connection.commit();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private String read(String select, String key, int person) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return user(connection, person) + row(connection, select, key) + groups(connection, person);
        }
    }

    private String patch(int person, boolean active) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            row(connection, "select * from user_record where record_key = ?", key("record", person));
            user(connection, person);
            groups(connection, person);
            String entry = UUID.randomUUID().toString();
            connection.setAutoCommit(false);
            update(
                    connection,
                    "update user_record set scim_attributes = ?, progress = 'PENDING', modified_at = ?, revision = revision + 1"
                            + " where record_key = ? and revision > 0",
                    Person.json(person),
                    System.currentTimeMillis(),
                    key("record", person));
            begin(connection, entry, "PATCH", Person.patch(active), person);
            connection.commit();
            update(
                    connection,
                    "update directory_user set active = ?, first_name = 'Given', last_name = 'Family',"
                            + " display_name = 'Given Family', email = ? where directory_id = 1 and lower_name = ?",
                    active,
                    Person.name(person),
                    Person.name(person));
            connection.commit();
            applied(connection, person);
            end(connection, entry, 200);
            connection.commit();
            connection.setAutoCommit(true);
            return Person.json(person);
        }
    }

    private static void applied(Connection connection, int person) throws SQLException {
        update(
                connection,
                "update user_record set progress = 'APPLIED', directory_name = ?, directory_external_id = ?,"
                        + " directory_hash = ? where record_key = ? and revision > 0",
                Person.name(person),
                key("directory", person),
                key("directory", person),
                key("record", person));
    }

    private static void begin(Connection connection, String entry, String method, String body, int person)
            throws SQLException {
        update(
                connection,
                "insert into journal (entry_id, received_at, connection_id, token_id, http_method, request_path, status_code,"
                        + " outcome, subject_id, subject_name, notes, change_plan, request_body, duration_millis)"
                        + " values (?, ?, ?, ?, ?, '/Users', 0, 'RUNNING', ?, ?, '[]', ?, ?, 0)",
                entry,
                System.currentTimeMillis(),
                CONNECTION,
                CONNECTION,
                method,
                key("id", person),
                Person.name(person),
                "[\"Change the user " + Person.name(person) + ".\"]",
                body);
    }

    private static void end(Connection connection, String entry, int status) throws SQLException {
        update(
                connection,
                "update journal set status_code = ?, outcome = 'APPLIED', duration_millis = ? where entry_id = ?",
                status,
                1L,
                entry);
    }

    private static String user(Connection connection, int person) throws SQLException {
        return row(
                connection,
                "select * from directory_user where directory_id = 1 and lower_name = ?",
                Person.name(person));
    }

    private static String groups(Connection connection, int person) throws SQLException {
        return row(connection, "select * from membership where member_hash = ?", key("member", person));
    }

    private static String row(Connection connection, String select, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, key);
            try (ResultSet result = statement.executeQuery()) {
                StringBuilder row = new StringBuilder();
                if (result.next()) {
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.append(result.getString(column)).append('\n');
                    }
                }
                return row.toString();
            }
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Not one row: " + sql);
            }
        }
    }

    /** As long and as unordered as the hashes that the plugin looks rows up by. */
    private static String key(String kind, int person) {
        byte[] seed = (kind + person).getBytes(StandardCharsets.UTF_8);
        return (UUID.nameUUIDFromBytes(seed) + "" + UUID.nameUUIDFromBytes(seed)).replace("-", "");
    }
}
