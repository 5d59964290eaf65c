package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.java.ao.Query;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.ProtocolSettings.Strictness;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;

/** Connections in table {@code CONNECTION}. */
public final class AoConnectionStore implements ConnectionStore {

    private static final Comparator<Connection> BY_NAME = Comparator.comparing(
                    Connection::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Connection::id);

    private final Database database;
    private final Tables tables;
    private final CompareAndSet compareAndSet;

    public AoConnectionStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
        this.compareAndSet = new CompareAndSet(database);
    }

    @Override
    public List<Connection> findAll() {
        return database.inTransaction(() -> Arrays.stream(tables.find(ConnectionRow.class, Query.select()))
                .map(AoConnectionStore::connection)
                .sorted(BY_NAME)
                .toList());
    }

    @Override
    public Optional<Connection> find(String id) {
        return database.inTransaction(() -> row(id).map(AoConnectionStore::connection));
    }

    @Override
    public boolean insert(Connection connection) {
        return database.unlessTaken(
                        () -> tables.create(
                                ConnectionRow.class,
                                Map.ofEntries(
                                        Map.entry("CONNECTION_ID", connection.id()),
                                        Map.entry("NAME_HASH", nameHash(connection)),
                                        Map.entry("DISPLAY_NAME", connection.name()),
                                        Map.entry("DIRECTORY_ID", connection.directoryId()),
                                        Map.entry(
                                                "DELETE_POLICY",
                                                connection.deletePolicy().name()),
                                        Map.entry("RUN_MODE", connection.mode().name()),
                                        Map.entry(
                                                "STRICTNESS",
                                                connection
                                                        .protocol()
                                                        .strictness()
                                                        .name()),
                                        Map.entry("SWITCHED_OFF", switchedOff(connection)),
                                        Map.entry(
                                                "UNKNOWN_ATTRIBUTES",
                                                connection
                                                        .protocol()
                                                        .unknownAttributes()
                                                        .name()),
                                        Map.entry("REQUESTS_PER_SECOND", connection.requestsPerSecond()),
                                        Map.entry(
                                                "SUCCESSOR",
                                                connection.successor().orElse("")),
                                        Map.entry(
                                                "CREATED_AT",
                                                connection.createdAt().toEpochMilli()),
                                        Map.entry("REVISION", connection.version()))),
                        () -> database.one(ConnectionRow.class, "NAME_HASH", nameHash(connection))
                                .isPresent())
                .isPresent();
    }

    @Override
    public boolean update(Connection connection) {
        return database.unlessTaken(() -> updateInTransaction(connection), () -> isNameTakenByAnother(connection))
                .orElse(false);
    }

    private boolean updateInTransaction(Connection connection) {
        Optional<ConnectionRow> found = row(connection.id());
        if (found.isEmpty()) {
            return false;
        }
        ConnectionRow row = found.get();
        row.setClaim(CompareAndSet.claim());
        if (!compareAndSet.lockAtRevision(ConnectionRow.class, row, connection.version() - 1)) {
            return false;
        }
        row.setNameHash(nameHash(connection));
        row.setDisplayName(connection.name());
        row.setDirectoryId(connection.directoryId());
        row.setDeletePolicy(connection.deletePolicy().name());
        row.setRunMode(connection.mode().name());
        row.setStrictness(connection.protocol().strictness().name());
        row.setSwitchedOff(switchedOff(connection));
        row.setUnknownAttributes(connection.protocol().unknownAttributes().name());
        row.setRequestsPerSecond(connection.requestsPerSecond());
        row.setSuccessor(connection.successor().orElse(""));
        row.setRevision(connection.version());
        row.save();
        return true;
    }

    private boolean isNameTakenByAnother(Connection connection) {
        return database.one(ConnectionRow.class, "NAME_HASH", nameHash(connection))
                .filter(row -> !row.getConnectionId().equals(connection.id()))
                .isPresent();
    }

    @Override
    public void delete(String id) {
        database.inTransaction(() -> {
            tables.delete(tables.find(TokenRow.class, Query.select().where("CONNECTION_ID = ?", id)));
            tables.deleteWithSQL(GrantRow.class, "CONNECTION_ID = ?", id);
            tables.deleteWithSQL(AlignmentTaskRow.class, "CONNECTION_ID = ?", id);
            tables.deleteWithSQL(MappingVersionRow.class, "CONNECTION_ID = ?", id);
            row(id).ifPresent(tables::delete);
        });
    }

    private Optional<ConnectionRow> row(String id) {
        return database.one(ConnectionRow.class, "CONNECTION_ID", id);
    }

    private static String nameHash(Connection connection) {
        return KeyHash.of(connection.name().toLowerCase(Locale.ROOT));
    }

    private static String switchedOff(Connection connection) {
        return connection.protocol().switchedOff().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** What a row does not say is as it was before there were such settings; a tolerance that is gone is gone. */
    private static ProtocolSettings protocol(ConnectionRow row) {
        List<String> switchedOff =
                List.of(Optional.ofNullable(row.getSwitchedOff()).orElse("").split(" "));
        return new ProtocolSettings(
                Optional.ofNullable(row.getStrictness())
                        .map(Strictness::valueOf)
                        .orElse(ProtocolSettings.COMPATIBLE.strictness()),
                Arrays.stream(Tolerance.values())
                        .filter(tolerance -> switchedOff.contains(tolerance.name()))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getUnknownAttributes())
                        .map(UnknownAttributes::valueOf)
                        .orElse(ProtocolSettings.COMPATIBLE.unknownAttributes()));
    }

    private static Connection connection(ConnectionRow row) {
        return new Connection(
                row.getConnectionId(),
                row.getDisplayName(),
                row.getDirectoryId(),
                DeletePolicy.valueOf(row.getDeletePolicy()),
                ConnectionMode.valueOf(row.getRunMode()),
                protocol(row),
                Optional.ofNullable(row.getRequestsPerSecond()).orElse(Connection.DEFAULT_REQUESTS_PER_SECOND),
                Optional.ofNullable(row.getSuccessor()).filter(name -> !name.isEmpty()),
                Instant.ofEpochMilli(row.getCreatedAt()),
                row.getRevision());
    }
}
