package org.scimsuite.core.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The resource types a server offers, and the schemas they use (RFC 7644 §4). */
public final class SchemaRegistry {

    private final List<ResourceType> resourceTypes;
    private final Map<String, SchemaDefinition> schemasByLowerCaseId = new LinkedHashMap<>();

    public SchemaRegistry(List<ResourceType> resourceTypes) {
        this.resourceTypes = List.copyOf(resourceTypes);
        for (ResourceType type : resourceTypes) {
            add(type.schema());
            type.extensions().forEach(extension -> add(extension.schema()));
        }
    }

    private void add(SchemaDefinition schema) {
        schemasByLowerCaseId.putIfAbsent(schema.id().toLowerCase(Locale.ROOT), schema);
    }

    public List<ResourceType> resourceTypes() {
        return resourceTypes;
    }

    /** All schemas in use, extensions included, each once. */
    public List<SchemaDefinition> schemas() {
        return List.copyOf(schemasByLowerCaseId.values());
    }

    /** A resource type by its name, which is its id and compared exactly (RFC 7643 §6). */
    public Optional<ResourceType> resourceType(String name) {
        return resourceTypes.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** A schema by its URI in any case. */
    public Optional<SchemaDefinition> schema(String idAnyCase) {
        return Optional.ofNullable(schemasByLowerCaseId.get(idAnyCase.toLowerCase(Locale.ROOT)));
    }
}
