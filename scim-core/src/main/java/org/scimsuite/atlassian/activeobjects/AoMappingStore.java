package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingVersion;

/** Versions of mappings in table {@code MAPPING_VERSION}. */
public final class AoMappingStore implements MappingStore {

    private static final String EVERYTHING = "ID, CONNECTION_ID, VERSION_NUMBER, DOCUMENT, AUTHOR, CREATED_AT, REMARK";

    private final Database database;
    private final Tables tables;

    public AoMappingStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public long currentVersion(String connectionId) {
        return database.read(() -> Arrays.stream(latest("ID, VERSION_NUMBER", connectionId, 1))
                .mapToLong(MappingVersionRow::getVersionNumber)
                .findFirst()
                .orElse(0));
    }

    @Override
    public Optional<MappingVersion> find(String connectionId, long version) {
        return database.read(() -> Arrays.stream(tables.find(
                        MappingVersionRow.class,
                        Query.select(EVERYTHING).where("VERSION_KEY = ?", key(connectionId, version))))
                .map(AoMappingStore::version)
                .findFirst());
    }

    @Override
    public List<MappingVersion> latest(String connectionId, int limit) {
        return database.read(() -> Arrays.stream(latest(EVERYTHING, connectionId, limit))
                .map(AoMappingStore::version)
                .toList());
    }

    private MappingVersionRow[] latest(String columns, String connectionId, int limit) {
        String prefix = KeyHash.ordered(connectionId);
        return tables.find(
                MappingVersionRow.class,
                Query.select(columns)
                        .where("VERSION_KEY > ? AND VERSION_KEY < ?", prefix, prefix + KeyHash.BEYOND_ORDERED)
                        .order("VERSION_KEY DESC")
                        .limit(limit));
    }

    @Override
    public boolean insert(MappingVersion version, Alongside alongside) {
        boolean inserted = database.unlessTaken(
                        () -> {
                            tables.create(MappingVersionRow.class, columns(version));
                            alongside.write();
                            return Boolean.TRUE;
                        },
                        () -> find(version.connectionId(), version.version()).isPresent())
                .isPresent();
        if (inserted) {
            alongside.committed();
        }
        return inserted;
    }

    private static String key(String connectionId, long version) {
        return KeyHash.ordered(connectionId) + String.format("%019d", version);
    }

    private static Map<String, Object> columns(MappingVersion version) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("VERSION_KEY", key(version.connectionId(), version.version()));
        columns.put("CONNECTION_ID", version.connectionId());
        columns.put("VERSION_NUMBER", version.version());
        columns.put("DOCUMENT", version.document());
        columns.put("AUTHOR", version.author());
        columns.put("CREATED_AT", version.created().toEpochMilli());
        columns.put("REMARK", version.comment());
        return columns;
    }

    private static MappingVersion version(MappingVersionRow row) {
        return new MappingVersion(
                row.getConnectionId(),
                row.getVersionNumber(),
                row.getDocument(),
                text(row.getAuthor()),
                Instant.ofEpochMilli(row.getCreatedAt()),
                text(row.getRemark()));
    }

    /** Oracle keeps an empty text as no value. */
    private static String text(String stored) {
        return Objects.requireNonNullElse(stored, "");
    }
}
