package org.scimsuite.atlassian.activeobjects;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.store.ExtensionSchemaStore;

/** Extension schemas in table {@code EXTENSION_SCHEMA}. */
public final class AoExtensionSchemaStore implements ExtensionSchemaStore {

    private final Database database;
    private final ActiveObjects activeObjects;
    private final CompareAndSet compareAndSet;

    public AoExtensionSchemaStore(ActiveObjects activeObjects) {
        this.database = new Database(activeObjects);
        this.activeObjects = activeObjects;
        this.compareAndSet = new CompareAndSet(database);
    }

    @Override
    public List<ExtensionSchema> findAll() {
        return database.inTransaction(() -> Arrays.stream(activeObjects.find(
                        ExtensionSchemaRow.class, Query.select().order("ID")))
                .map(AoExtensionSchemaStore::schema)
                .toList());
    }

    @Override
    public boolean insert(ExtensionSchema schema) {
        return database.unlessTaken(
                        () -> activeObjects.create(
                                ExtensionSchemaRow.class,
                                new DBParam("URI_HASH", hash(schema.uri())),
                                new DBParam("URI", schema.uri()),
                                new DBParam("RESOURCE_TYPE", schema.resourceType()),
                                new DBParam("REQUIRED", schema.required()),
                                new DBParam("DOCUMENT", schema.document()),
                                new DBParam("REVISION", schema.version())),
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
        database.inTransaction(() -> row(uri).ifPresent(activeObjects::delete));
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
