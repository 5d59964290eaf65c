package org.scimsuite.workbench.host.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements on users. Each takes the connection of the operation it belongs to. */
final class Users {

    private static final String SELECT = "select " + UserRow.COLUMNS + " from standin_user where directory_id = ? ";

    private Users() {}

    static Optional<UserRow> byName(Connection connection, long directory, String name) throws SQLException {
        return one(connection, SELECT + "and lower_name = ?", directory, NameRules.key(name));
    }

    static Optional<UserRow> byExternalId(Connection connection, long directory, String externalId)
            throws SQLException {
        return one(connection, SELECT + "and external_id = ?", directory, externalId);
    }

    /** A window of the directory's users, inactive ones included, in the order of their keys; max -1 means all. */
    static List<UserRow> window(Connection connection, long directory, int start, int max) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "order by lower_name" + slice(start, max))) {
            select.setLong(1, directory);
            return rows(select);
        }
    }

    /** As {@link #window}, only the names: of a large directory the rest would take most of the time and memory. */
    static List<String> names(Connection connection, long directory, int start, int max) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select name from standin_user where directory_id = ? order by lower_name" + slice(start, max))) {
            select.setLong(1, directory);
            List<String> names = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    private static String slice(int start, int max) {
        return (max < 0 ? "" : " limit " + max) + " offset " + Math.max(0, start);
    }

    static void insert(Connection connection, UserRow user) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into standin_user
                  (directory_id, name, lower_name, active, first_name, last_name, display_name, email, external_id, credential)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, user.directoryId());
            insert.setString(2, user.name());
            insert.setString(3, NameRules.key(user.name()));
            insert.setBoolean(4, user.active());
            insert.setString(5, user.firstName());
            insert.setString(6, user.lastName());
            insert.setString(7, user.displayName());
            insert.setString(8, user.email());
            insert.setString(9, user.externalId());
            insert.setString(10, user.credential());
            insert.executeUpdate();
        }
    }

    /** Writes the profile, not the name and not the external id. */
    static void updateProfile(Connection connection, long id, UserRow profile) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update standin_user set active = ?, first_name = ?, last_name = ?, display_name = ?, email = ?
                where id = ?
                """)) {
            update.setBoolean(1, profile.active());
            update.setString(2, profile.firstName());
            update.setString(3, profile.lastName());
            update.setString(4, profile.displayName());
            update.setString(5, profile.email());
            update.setLong(6, id);
            update.executeUpdate();
        }
    }

    static void rename(Connection connection, long id, String name) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update standin_user set name = ?, lower_name = ? where id = ?")) {
            update.setString(1, name);
            update.setString(2, NameRules.key(name));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from standin_user where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    static Map<String, Set<String>> attributes(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select name, attribute_value from standin_user_attribute where user_id = ? order by name")) {
            select.setLong(1, id);
            Map<String, Set<String>> attributes = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    attributes
                            .computeIfAbsent(row.getString(1), name -> new LinkedHashSet<>())
                            .add(row.getString(2));
                }
            }
            return attributes;
        }
    }

    /** Replaces the attributes named; the others stay. */
    static void storeAttributes(Connection connection, long id, Map<String, Set<String>> attributes)
            throws SQLException {
        for (Map.Entry<String, Set<String>> attribute : attributes.entrySet()) {
            removeAttribute(connection, id, attribute.getKey());
            for (String value : attribute.getValue()) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into standin_user_attribute (user_id, name, attribute_value) values (?, ?, ?)")) {
                    insert.setLong(1, id);
                    insert.setString(2, attribute.getKey());
                    insert.setString(3, value);
                    insert.executeUpdate();
                }
            }
        }
    }

    static void removeAttribute(Connection connection, long id, String name) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from standin_user_attribute where user_id = ? and name = ?")) {
            delete.setLong(1, id);
            delete.setString(2, name);
            delete.executeUpdate();
        }
    }

    private static Optional<UserRow> one(Connection connection, String sql, long directory, String value)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, directory);
            select.setString(2, value);
            return rows(select).stream().findFirst();
        }
    }

    private static List<UserRow> rows(PreparedStatement select) throws SQLException {
        List<UserRow> users = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                users.add(UserRow.read(row));
            }
        }
        return users;
    }
}
