package org.scimsuite.core.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ExtensionSchemas;
import org.scimsuite.core.schema.InvalidSchemaException;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.SchemaDefinition;
import org.scimsuite.core.schema.SchemaParser;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.store.ExtensionSchemaStore;

/** Schemas that extend the resource types of the RFC. */
public final class SchemaAdmin {

    private static final int MAX_SCHEMAS = 50;
    private static final int MAX_DOCUMENT_LENGTH = 200_000;

    private final ExtensionSchemaStore store;
    private final Runnable onChange;

    /**
     * @param onChange called after each change, which must hold at once on this node
     */
    public SchemaAdmin(ExtensionSchemaStore store, Runnable onChange) {
        this.store = store;
        this.onChange = onChange;
    }

    /** All of them, in the order in which they were added. */
    public List<ExtensionSchema> list() {
        return store.findAll();
    }

    /** The one of that URI, in any case. */
    public Optional<ExtensionSchema> find(String uri) {
        return list().stream()
                .filter(schema -> schema.uri().equalsIgnoreCase(uri))
                .findFirst();
    }

    /** Adds an extension. */
    public AdminResult<ExtensionSchema> create(SchemaDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        Optional<SchemaDefinition> schema = check(draft, errors);
        if (schema.isPresent() && list().size() >= MAX_SCHEMAS) {
            errors.add(new FieldError("schema", "There are " + MAX_SCHEMAS + " extension schemas; no more are kept."));
        }
        if (schema.isEmpty() || !errors.isEmpty()) {
            return new Invalid<>(errors);
        }
        ExtensionSchema added = new ExtensionSchema(
                schema.get().id(),
                draft.resourceType(),
                draft.required(),
                draft.document().toString(),
                ExtensionSchema.FIRST_VERSION);
        if (find(added.uri()).isPresent() || !store.insert(added)) {
            return new Conflict<>(new FieldError("schema", "There is already an extension schema of this id."));
        }
        onChange.run();
        return new Done<>(added);
    }

    /**
     * Replaces an extension. What people have been given stays readable: an attribute keeps its type, and whether it has one
     * value or several.
     *
     * @param version the version that the administrator saw; {@link Conflict} when it is no longer the stored one
     */
    public AdminResult<ExtensionSchema> update(String uri, long version, SchemaDraft draft) {
        Optional<ExtensionSchema> stored = find(uri);
        if (stored.isEmpty()) {
            return new NotFound<>();
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<SchemaDefinition> schema = check(draft, errors);
        schema.ifPresent(changed -> checkCompatible(stored.get(), draft, changed, errors));
        if (!errors.isEmpty()) {
            return new Invalid<>(errors);
        }
        ExtensionSchema changed = new ExtensionSchema(
                stored.get().uri(),
                draft.resourceType(),
                draft.required(),
                draft.document().toString(),
                version + 1);
        if (stored.get().version() != version || !store.update(changed)) {
            return new Conflict<>(new FieldError(
                    "version", "The schema was changed in the meantime. Load it again and repeat the change."));
        }
        onChange.run();
        return new Done<>(changed);
    }

    /** Removes an extension; what was recorded for it is no longer shown. */
    public AdminResult<ExtensionSchema> delete(String uri) {
        Optional<ExtensionSchema> stored = find(uri);
        if (stored.isEmpty()) {
            return new NotFound<>();
        }
        store.delete(stored.get().uri());
        onChange.run();
        return new Done<>(stored.get());
    }

    private static Optional<SchemaDefinition> check(SchemaDraft draft, List<FieldError> errors) {
        if (CoreSchemas.types().stream().map(ResourceType::name).noneMatch(draft.resourceType()::equals)) {
            errors.add(new FieldError(
                    "resourceType",
                    "Choose one of "
                            + CoreSchemas.types().stream()
                                    .map(ResourceType::name)
                                    .toList() + "."));
        }
        if (draft.document().toString().length() > MAX_DOCUMENT_LENGTH) {
            errors.add(new FieldError("schema", "The document is longer than " + MAX_DOCUMENT_LENGTH + " characters."));
            return Optional.empty();
        }
        Optional<SchemaDefinition> schema = parse(draft.document(), errors);
        schema.filter(ExtensionSchemas::isReserved)
                .ifPresent(reserved -> errors.add(new FieldError(
                        "schema.id", "This id belongs to the RFC. Give your schema a URN of your own.")));
        return schema;
    }

    private static Optional<SchemaDefinition> parse(JsonNode document, List<FieldError> errors) {
        try {
            return Optional.of(SchemaParser.parse(document));
        } catch (InvalidSchemaException e) {
            e.problems()
                    .forEach(problem -> errors.add(new FieldError("schema." + problem.place(), problem.sentence())));
            return Optional.empty();
        }
    }

    private static void checkCompatible(
            ExtensionSchema stored, SchemaDraft draft, SchemaDefinition changed, List<FieldError> errors) {
        if (!changed.id().equalsIgnoreCase(stored.uri())) {
            errors.add(new FieldError("schema.id", "The id of a schema does not change. Add another schema."));
        }
        if (!draft.resourceType().equals(stored.resourceType())) {
            errors.add(new FieldError("resourceType", "A schema stays with its resource type. Add another schema."));
        }
        for (AttributeDefinition before :
                ExtensionSchemas.definition(stored.document()).attributes()) {
            changed.attribute(before.name())
                    .filter(after -> !keepsShape(before, after))
                    .ifPresent(after -> errors.add(new FieldError(
                            "schema.attributes",
                            before.name()
                                    + " keeps its type, the types of its sub-attributes, and whether it has several"
                                    + " values. Give the changed attribute another name.")));
        }
    }

    private static boolean keepsShape(AttributeDefinition before, AttributeDefinition after) {
        return before.type() == after.type()
                && before.multiValued() == after.multiValued()
                && before.subAttributes().asList().stream().allMatch(part -> after.subAttributes()
                        .attribute(part.name())
                        .map(other -> keepsShape(part, other))
                        .orElse(true));
    }
}
