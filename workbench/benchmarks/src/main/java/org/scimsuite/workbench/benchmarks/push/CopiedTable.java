package org.scimsuite.workbench.benchmarks.push;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one table as the plugin or the directory left them, and a table of the same columns and indexes to put them into. */
final class CopiedTable implements AutoCloseable {

    private static final int FETCH = 1000;

    private final String name;
    private final PreparedStatement select;
    private final ResultSet rows;
    private final PreparedStatement insert;
    private final int columns;

    /**
     * @param source stays open for reading, in a transaction of its own
     * @param target the same database
     * @param copy the name of the new table
     * @param after only rows of a greater {@code ID} are copied; all of a table without one
     */
    CopiedTable(Connection source, Connection target, String name, String copy, long after) throws SQLException {
        this.name = name;
        create(target, name, copy);
        boolean hasId = hasId(source, name);
        select = source.prepareStatement("select * from \"" + name + "\""
                + (hasId ? " where " + id(source, name) + " > " + after + " order by " + id(source, name) : ""));
        select.setFetchSize(FETCH);
        rows = select.executeQuery();
        columns = rows.getMetaData().getColumnCount();
        insert = target.prepareStatement("insert into \"" + copy + "\" values (" + "?,".repeat(columns - 1) + "?)");
    }

    /** The name of the table that ends so, in any case. */
    static String find(Connection connection, String ending) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, schema(connection), "%", null)) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                String type = tables.getString("TABLE_TYPE");
                if (type.endsWith("TABLE") && table.toUpperCase(Locale.ROOT).endsWith(ending)) {
                    return table;
                }
            }
        }
        throw new IllegalStateException("There is no table " + ending);
    }

    private static String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    static long highestId(Connection connection, String table) throws SQLException {
        if (!hasId(connection, table)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select max(" + id(connection, table) + ") from \"" + table + "\"")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** How many rows of a greater id there are; of a table without ids, all. */
    static long count(Connection connection, String table, long after) throws SQLException {
        String condition = hasId(connection, table) ? " where " + id(connection, table) + " > " + after : "";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from \"" + table + "\"" + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean hasId(Connection connection, String table) throws SQLException {
        return !id(connection, table).isEmpty();
    }

    /** The column as the database spells it, quoted; empty when there is none. */
    private static String id(Connection connection, String table) throws SQLException {
        try (ResultSet found = connection.getMetaData().getColumns(null, schema(connection), table, null)) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                if (column.equalsIgnoreCase("id")) {
                    return '"' + column + '"';
                }
            }
            return "";
        }
    }

    private static void create(Connection target, String name, String copy) throws SQLException {
        DatabaseMetaData metaData = target.getMetaData();
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (ResultSet parts = metaData.getIndexInfo(null, schema(target), name, false, true)) {
            while (parts.next()) {
                if (parts.getString("COLUMN_NAME") != null) {
                    String kind = parts.getBoolean("NON_UNIQUE") ? "index" : "unique index";
                    indexes.computeIfAbsent(kind + ' ' + parts.getString("INDEX_NAME"), index -> new ArrayList<>())
                            .add(parts.getString("COLUMN_NAME").replace("\"", ""));
                }
            }
        }
        try (Statement statement = target.createStatement()) {
            statement.execute("create table \"" + copy + "\" as select * from \"" + name + "\" where 1 = 0");
            int number = 0;
            for (Map.Entry<String, List<String>> index : indexes.entrySet()) {
                String kind = index.getKey().startsWith("unique") ? "unique index" : "index";
                statement.execute("create " + kind + " \"" + copy + "_" + number++ + "\" on \"" + copy + "\" ("
                        + index.getValue().stream()
                                .map(column -> '"' + column + '"')
                                .collect(Collectors.joining(","))
                        + ")");
            }
        }
    }

    String name() {
        return name;
    }

    /** The next rows, at most so many; empty at the end. */
    List<Object[]> next(int most) throws SQLException {
        ResultSetMetaData metaData = rows.getMetaData();
        List<Object[]> read = new ArrayList<>();
        while (read.size() < most && rows.next()) {
            Object[] row = new Object[columns];
            for (int column = 1; column <= columns; column++) {
                row[column - 1] =
                        metaData.getColumnType(column) == Types.CLOB ? rows.getString(column) : rows.getObject(column);
            }
            read.add(row);
        }
        return read;
    }

    /** Inserts a row by a statement of its own. */
    void insert(Object[] row) throws SQLException {
        for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
        }
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        select.close();
        insert.close();
    }
}
