package org.scimsuite.core.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.store.ExtensionSchemaStore;

/** Extension schemas in memory. */
public final class InMemoryExtensionSchemas implements ExtensionSchemaStore {

    private final Map<String, ExtensionSchema> schemas = new LinkedHashMap<>();

    @Override
    public synchronized List<ExtensionSchema> findAll() {
        return List.copyOf(schemas.values());
    }

    @Override
    public synchronized boolean insert(ExtensionSchema schema) {
        return schemas.putIfAbsent(key(schema.uri()), schema) == null;
    }

    @Override
    public synchronized boolean update(ExtensionSchema schema) {
        ExtensionSchema stored = schemas.get(key(schema.uri()));
        if (stored == null || stored.version() != schema.version() - 1) {
            return false;
        }
        schemas.put(key(schema.uri()), schema);
        return true;
    }

    @Override
    public synchronized void delete(String uri) {
        schemas.remove(key(uri));
    }

    private static String key(String uri) {
        return uri.toLowerCase(Locale.ROOT);
    }
}
