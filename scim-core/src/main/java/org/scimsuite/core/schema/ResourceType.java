package org.scimsuite.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resource type (RFC 7643 §6) with the one attribute table that everything about its resources comes from: the common
 * attributes, those of the base schema, and one table per extension.
 */
public final class ResourceType {

    private final String name;
    private final String endpoint;
    private final String description;
    private final SchemaDefinition schema;
    private final List<SchemaExtension> extensions;
    private final AttributeTable attributes;

    /**
     * @param endpoint relative to the base URI, such as {@code /Users}
     */
    public ResourceType(
            String name,
            String endpoint,
            String description,
            SchemaDefinition schema,
            List<SchemaExtension> extensions) {
        this.name = name;
        this.endpoint = endpoint;
        this.description = description;
        this.schema = schema;
        this.extensions = List.copyOf(extensions);
        List<AttributeDefinition> all = new ArrayList<>(CommonAttributes.LEADING);
        all.addAll(schema.attributes().asList());
        all.addAll(CommonAttributes.TRAILING);
        this.attributes = AttributeTable.of(all);
    }

    /** The same type with more extensions behind those it has. */
    public ResourceType extendedBy(List<SchemaExtension> more) {
        List<SchemaExtension> all = new ArrayList<>(extensions);
        all.addAll(more);
        return new ResourceType(name, endpoint, description, schema, all);
    }

    public String name() {
        return name;
    }

    public String endpoint() {
        return endpoint;
    }

    public String description() {
        return description;
    }

    public SchemaDefinition schema() {
        return schema;
    }

    public List<SchemaExtension> extensions() {
        return extensions;
    }

    /** Common attributes and those of the base schema, in the order of answers. */
    public AttributeTable attributes() {
        return attributes;
    }

    /** The table of the base (see {@link AttributeTarget#BASE}) or of an extension. */
    public AttributeTable attributes(int extension) {
        return extension == AttributeTarget.BASE
                ? attributes
                : extensions.get(extension).schema().attributes();
    }

    /** Which extension has this URI, in any case (RFC 7643 §3). */
    public Optional<Integer> extension(String uri) {
        for (int index = 0; index < extensions.size(); index++) {
            String id = extensions.get(index).schema().id();
            // nearly all clients use the schema's spelling, and comparing that is many times as fast
            if (id.equals(uri) || id.equalsIgnoreCase(uri)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds the attribute a path such as {@code name.givenName} or {@code urn:…:User:manager.value} means; names and URIs in
     * any case (RFC 7644 §3.10). An attribute of an extension is found without its URI too when the base has none of that
     * name, as Entra ID asks for {@code manager}.
     */
    public Optional<AttributeTarget> resolve(String path) {
        return AttributePath.parse(path).flatMap(this::resolve);
    }

    /** As {@link #resolve(String)}, for a path that is already split. */
    public Optional<AttributeTarget> resolve(AttributePath path) {
        if (path.schema().isPresent()) {
            String uri = path.schema().get();
            return schema.id().equalsIgnoreCase(uri)
                    ? find(AttributeTarget.BASE, path)
                    : extension(uri).flatMap(index -> find(index, path));
        }
        Optional<AttributeTarget> found = find(AttributeTarget.BASE, path);
        for (int index = 0; index < extensions.size() && found.isEmpty(); index++) {
            found = find(index, path);
        }
        return found;
    }

    private Optional<AttributeTarget> find(int extension, AttributePath path) {
        int attribute = attributes(extension).indexOf(path.attribute());
        if (attribute == AttributeTable.ABSENT) {
            return Optional.empty();
        }
        if (path.subAttribute().isEmpty()) {
            return Optional.of(new AttributeTarget(this, extension, attribute, AttributeTarget.WHOLE));
        }
        int sub = attributes(extension)
                .get(attribute)
                .subAttributes()
                .indexOf(path.subAttribute().get());
        return sub == AttributeTable.ABSENT
                ? Optional.empty()
                : Optional.of(new AttributeTarget(this, extension, attribute, sub));
    }

    @Override
    public String toString() {
        return name;
    }
}
