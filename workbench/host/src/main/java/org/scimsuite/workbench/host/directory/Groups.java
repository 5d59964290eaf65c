package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The statements on groups and memberships. */
final class Groups {

    private static final String SELECT =
            "select id, directory_id, name, active, description, external_id from standin_group where directory_id = ? ";

    private Groups() {}

    /** A group as stored. */
    record Row(long id, long directoryId, String name, boolean active, String description, String externalId) {
        Group toGroup() {
            GroupTemplate group = new GroupTemplate(name, directoryId, GroupType.GROUP);
            group.setActive(active);
            group.setDescription(description);
            group.setExternalId(externalId);
            return group;
        }
    }

    /** What a membership holds: a person or a group. */
    enum Member {
        USER("user_id", "standin_user"),
        GROUP("group_id", "standin_group");

        private final String column;
        private final String table;

        Member(String column, String table) {
            this.column = column;
            this.table = table;
        }
    }

    static Optional<Row> byName(Connection connection, long directory, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "and lower_name = ?")) {
            select.setLong(1, directory);
            select.setString(2, NameRules.key(name));
            return rows(select).stream().findFirst();
        }
    }

    static List<Row> all(Connection connection, long directory) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "order by lower_name")) {
            select.setLong(1, directory);
            return rows(select);
        }
    }

    static void insert(Connection connection, long directory, Group group) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into standin_group (directory_id, name, lower_name, active, description, external_id)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, directory);
            insert.setString(2, group.getName());
            insert.setString(3, NameRules.key(group.getName()));
            insert.setBoolean(4, group.isActive());
            insert.setString(5, group.getDescription() == null ? "" : group.getDescription());
            insert.setString(6, UUID.randomUUID().toString());
            insert.executeUpdate();
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from standin_group where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    static boolean isDirectMember(Connection connection, long parent, Member kind, long member) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from standin_member where parent_id = ? and " + kind.column + " = ?")) {
            select.setLong(1, parent);
            select.setLong(2, member);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The group and all groups below it, itself included. */
    static Set<Long> withDescendants(Connection connection, long group) throws SQLException {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(group));
        while (!open.isEmpty()) {
            long next = open.pop();
            if (seen.add(next)) {
                open.addAll(childGroups(connection, next));
            }
        }
        return seen;
    }

    /** How many people with different names are active and direct members of one of these groups. */
    static int activeIn(Connection connection, Set<Long> groups) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(groups.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement(
                "select count(distinct u.lower_name) from standin_user u join standin_member m on m.user_id = u.id"
                        + " where u.active = true and m.parent_id in (" + marks + ")")) {
            int at = 1;
            for (long group : groups) {
                select.setLong(at++, group);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<Long> childGroups(Connection connection, long parent) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select group_id from standin_member where parent_id = ? and group_id is not null")) {
            select.setLong(1, parent);
            List<Long> children = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    children.add(row.getLong(1));
                }
            }
            return children;
        }
    }

    static void addMember(Connection connection, long parent, Member kind, long member) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into standin_member (parent_id, " + kind.column + ") values (?, ?)")) {
            insert.setLong(1, parent);
            insert.setLong(2, member);
            insert.executeUpdate();
        }
    }

    static void addMembers(Connection connection, long parent, List<Long> people) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into standin_member (parent_id, user_id) values (?, ?)")) {
            for (long person : people) {
                insert.setLong(1, parent);
                insert.setLong(2, person);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void removeMember(Connection connection, long parent, Member kind, long member) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from standin_member where parent_id = ? and " + kind.column + " = ?")) {
            delete.setLong(1, parent);
            delete.setLong(2, member);
            delete.executeUpdate();
        }
    }

    /** Names of the direct members of a group, in the order of their keys. */
    static List<String> membersOf(Connection connection, long parent, Member kind) throws SQLException {
        return names(
                connection,
                "select m.name from standin_member s join " + kind.table + " m on m.id = s." + kind.column
                        + " where s.parent_id = ? order by m.lower_name",
                parent);
    }

    /** Names of the groups that hold the member directly, in the order of their keys. */
    static List<String> parentsOf(Connection connection, Member kind, long member) throws SQLException {
        return names(
                connection,
                "select g.name from standin_member s join standin_group g on g.id = s.parent_id where s." + kind.column
                        + " = ? order by g.lower_name",
                member);
    }

    private static List<String> names(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            List<String> names = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> groups = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                groups.add(new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        return groups;
    }
}
