package org.scimsuite.atlassian.activeobjects;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.store.ExtensionSchemaStore;

/** Extension schemas in table {@code EXTENSION_SCHEMA}. */
public final class AoExtensionSchemaStore implements ExtensionSchemaStore {

    private final Database database;
    private final Tables tables;
    private final CompareAndSet compareAndSet;

    public AoExtensionSchemaStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
        this.compareAndSet = new CompareAndSet(database);
    }

    @Override
    public List<ExtensionSchema> findAll() {
        return database.inTransaction(() -> Arrays.stream(
                        tables.find(ExtensionSchemaRow.class, Query.select().order("ID")))
                .map(AoExtensionSchemaStore::schema)
                .toList());
    }

    @Override
    public boolean insert(ExtensionSchema schema) {
        return database.unlessTaken(
                        () -> tables.create(
                                ExtensionSchemaRow.class,
                                Map.ofEntries(
                                        Map.entry("URI_HASH", hash(schema.uri())),
                                        Map.entry("URI", schema.uri()),
                                        Map.entry("RESOURCE_TYPE", schema.resourceType()),
                                        Map.entry("REQUIRED", schema.required()),
                                        Map.entry("DOCUMENT", schema.document()),
                                        Map.entry("REVISION", schema.version()))),
                        () -> row(schema.uri()).isPresent())
                .isPresent();
    }

    @Override
    public boolean update(ExtensionSchema schema) {
        return database.inTransaction(() -> {
            Optional<ExtensionSchemaRow> found = row(schema.uri());
            if (found.isEmpty()) {
                return false;
            }
            ExtensionSchemaRow row = found.get();
            row.setClaim(CompareAndSet.claim());
            if (!compareAndSet.lockAtRevision(ExtensionSchemaRow.class, row, schema.version() - 1)) {
                return false;
            }
            row.setResourceType(schema.resourceType());
            row.setRequired(schema.required());
            row.setDocument(schema.document());
            row.setRevision(schema.version());
            row.save();
            return true;
        });
    }

    @Override
    public void delete(String uri) {
        database.inTransaction(() -> row(uri).ifPresent(tables::delete));
    }

    private Optional<ExtensionSchemaRow> row(String uri) {
        return database.one(ExtensionSchemaRow.class, "URI_HASH", hash(uri));
    }

    private static String hash(String uri) {
        return KeyHash.of(uri.toLowerCase(Locale.ROOT));
    }

    private static ExtensionSchema schema(ExtensionSchemaRow row) {
        return new ExtensionSchema(
                row.getUri(), row.getResourceType(), row.isRequired(), row.getDocument(), row.getRevision());
    }
}
