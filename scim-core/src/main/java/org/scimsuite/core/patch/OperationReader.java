package org.scimsuite.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.filter.ElementFilter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.filter.PathExpression;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.Issues;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.resource.ValueReader;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributePath;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.Mutability;
import org.scimsuite.core.schema.ResourceType;

/**
 * Turns each operation of a body into operations on single attributes: looks paths up in the schema, types values, and takes
 * value objects without a path apart.
 */
final class OperationReader {

    private final ResourceType type;
    private final UnknownAttributes unknownAttributes;
    private final Notes notes;
    private final ValueReader values;
    private final List<PatchOperation> read;
    private final List<OtherEdit> others = new ArrayList<>();

    OperationReader(
            ResourceType type,
            UnknownAttributes unknownAttributes,
            Notes notes,
            Issues issues,
            List<PatchOperation> read) {
        this.type = type;
        this.unknownAttributes = unknownAttributes;
        this.notes = notes;
        this.values = new ValueReader(ValueReader.Origin.CLIENT, unknownAttributes, notes, issues);
        this.read = read;
    }

    /** The operations on attributes that no schema has and that are kept all the same. */
    List<OtherEdit> others() {
        return others;
    }

    /** The value is an object of attributes (RFC 7644 §3.5.2.1, §3.5.2.3). */
    void withoutPath(Action action, Optional<JsonNode> value) {
        if (action == Action.REMOVE) {
            throw ScimException.badRequest(
                    ScimType.NO_TARGET, "A remove operation needs a path that names what to remove.");
        }
        JsonNode object = value.filter(JsonNode::isObject)
                .orElseThrow(() -> ScimException.badRequest(
                        ScimType.INVALID_VALUE,
                        "An operation without a path needs an object of attributes as its value."));
        members(action, object, "");
    }

    void withPath(Action action, String path, Optional<JsonNode> value) {
        Optional<Integer> extension = type.extension(path);
        if (path.equalsIgnoreCase("schemas")) {
            notes.tolerates(Tolerance.READ_ONLY_IN_VALUE);
        } else if (path.equalsIgnoreCase(type.schema().id())) {
            withoutPath(action, value);
        } else if (extension.isPresent()) {
            extension(action, extension.get(), value);
        } else {
            if (kept(action, path, value)) {
                return;
            }
            resolve(path).ifPresent(target -> {
                requireWritable(target);
                operation(action, target, value);
            });
        }
    }

    /** The attributes of a value object; keys may be paths in the compatible dialect. */
    private void members(Action action, JsonNode object, String prefix) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            member(action, prefix, member.getKey(), member.getValue());
        }
    }

    private void member(Action action, String prefix, String key, JsonNode value) {
        if (key.equalsIgnoreCase("schemas")) {
            return;
        }
        if (key.equalsIgnoreCase(type.schema().id())) {
            withoutPath(action, Optional.of(value));
            return;
        }
        Optional<Integer> extension = type.extension(key);
        if (extension.isPresent()) {
            extension(action, extension.get(), Optional.of(value));
            return;
        }
        if (isPath(key) && !notes.tolerates(Tolerance.DOTTED_KEY)) {
            throw invalidPath(key, "is a path; in a value object, only attribute names are allowed as keys");
        }
        if (kept(action, prefix + key, Optional.of(value))) {
            return;
        }
        if (!isPath(key) && type.resolve(prefix + key).isEmpty()) {
            unknown(prefix + key);
            return;
        }
        resolve(prefix + key)
                .filter(target -> isWritable(target) || isId(target) || !dropsReadOnly())
                .ifPresent(target -> operation(action, target, Optional.of(value)));
    }

    /** Whether the path is of an attribute that no schema has, or of a whole extension, and the connection keeps those. */
    private boolean kept(Action action, String path, Optional<JsonNode> value) {
        if (unknownAttributes != UnknownAttributes.KEEP) {
            return false;
        }
        boolean isOther = AttributePath.parse(path)
                .filter(parsed -> parsed.subAttribute().isEmpty())
                .filter(parsed -> parsed.schema().isEmpty() || isForeign(parsed))
                .filter(parsed -> type.resolve(parsed).isEmpty())
                .isPresent();
        if (isOther) {
            others.add(new OtherEdit(action, path, action == Action.REMOVE ? Optional.empty() : value));
        }
        return isOther;
    }

    private void unknown(String name) {
        if (unknownAttributes == UnknownAttributes.REFUSE) {
            throw ScimException.badRequest(
                    ScimType.INVALID_VALUE, Excerpt.of(name) + " is not an attribute that this server knows.");
        }
        notes.add("An attribute that this server does not know was left out.");
    }

    private static boolean isPath(String key) {
        return key.indexOf('.') >= 0 || key.indexOf(':') >= 0 || key.indexOf('[') >= 0;
    }

    private boolean dropsReadOnly() {
        return notes.tolerates(Tolerance.READ_ONLY_IN_VALUE);
    }

    /** An extension as a whole: an object of its attributes, or nothing to clear them all. */
    private void extension(Action action, int extension, Optional<JsonNode> value) {
        String uri = type.extensions().get(extension).schema().id();
        boolean empty = value.filter(node -> !node.isNull()).isEmpty();
        if (action == Action.REMOVE || (action == Action.REPLACE && empty && value.isPresent())) {
            AttributeTable attributes = type.attributes(extension);
            for (int index = 0; index < attributes.size(); index++) {
                AttributeTarget target = new AttributeTarget(type, extension, index, AttributeTarget.WHOLE);
                read.add(new PatchOperation(Action.REMOVE, target, Optional.empty(), Optional.empty()));
            }
            return;
        }
        JsonNode object = value.filter(JsonNode::isObject)
                .orElseThrow(() -> ScimException.badRequest(
                        ScimType.INVALID_VALUE, "The value for " + uri + " must be an object of its attributes."));
        members(action, object, uri + ":");
    }

    /** A path that was looked up. */
    record Resolved(AttributeTarget target, Optional<ElementFilter> elements) {}

    /** Looks a path up; empty when it belongs to a schema of somebody else's. */
    private Optional<Resolved> resolve(String path) {
        PathExpression expression = FilterParser.parsePath(path, notes);
        AttributePath attribute = expression.attribute();
        Optional<AttributeTarget> found = type.resolve(attribute);
        if (found.isEmpty()) {
            if (isForeign(attribute) && notes.tolerates(Tolerance.UNKNOWN_SCHEMA)) {
                return Optional.empty();
            }
            throw invalidPath(path, "is not an attribute of " + type.name());
        }
        if (expression.filter().isEmpty()) {
            return Optional.of(new Resolved(found.get(), Optional.empty()));
        }
        AttributeTarget target = found.get();
        AttributeDefinition definition = target.definition();
        if (!definition.multiValued()) {
            throw invalidPath(path, "has a filter, but " + definition + " has a single value");
        }
        ElementFilter elements = ElementFilter.bind(expression.filter().get(), definition, notes);
        if (expression.subAttribute().isPresent()) {
            int sub =
                    definition.subAttributes().indexOf(expression.subAttribute().get());
            if (sub == AttributeTable.ABSENT) {
                throw invalidPath(path, "names a sub-attribute that " + definition + " does not have");
            }
            target = target.sub(sub);
        }
        return Optional.of(new Resolved(target, Optional.of(elements)));
    }

    private boolean isForeign(AttributePath path) {
        return path.schema()
                .filter(uri -> !type.schema().id().equalsIgnoreCase(uri)
                        && type.extension(uri).isEmpty())
                .isPresent();
    }

    private void operation(Action action, Resolved resolved, Optional<JsonNode> value) {
        if (action == Action.REMOVE) {
            remove(resolved, value);
            return;
        }
        JsonNode given = value.orElseThrow(() -> ScimException.badRequest(
                ScimType.INVALID_VALUE, "The operation on " + resolved.target() + " needs a value."));
        write(action, resolved, typed(resolved, JsonSource.of(given)));
    }

    /**
     * Where the value of an operation goes that stands behind its path in the body, so that it can be read by {@link #typed}
     * at once. Empty when it must be kept until the whole body is known to be JSON: for everything that is not just a
     * value of one attribute, and for what is wrong.
     */
    Optional<Resolved> awaiting(Action action, String path) {
        if (action == Action.REMOVE || namesSchema(path)) {
            return Optional.empty();
        }
        try {
            return resolve(path).filter(OperationReader::isWritable);
        } catch (ScimException e) {
            return Optional.empty();
        }
    }

    private boolean namesSchema(String path) {
        return path.equalsIgnoreCase("schemas")
                || (path.indexOf(':') >= 0
                        && (path.equalsIgnoreCase(type.schema().id())
                                || type.extension(path).isPresent()));
    }

    /** An add or replace operation, the value of which is read already. */
    void write(Action action, Resolved resolved, Optional<AttributeValue> typed) {
        if (action == Action.ADD && typed.isEmpty() && notes.tolerates(Tolerance.ADD_OF_NOTHING)) {
            return;
        }
        if (action == Action.ADD && typed.isEmpty()) {
            throw ScimException.badRequest(
                    ScimType.INVALID_VALUE, "The add operation on " + resolved.target() + " needs a value.");
        }
        read.add(new PatchOperation(action, resolved.target(), resolved.elements(), typed));
    }

    private void remove(Resolved resolved, Optional<JsonNode> value) {
        AttributeTarget target = resolved.target();
        boolean wholeList =
                target.definition().multiValued() && resolved.elements().isEmpty();
        boolean lists = wholeList && value.filter(node -> !node.isNull()).isPresent();
        Optional<AttributeValue> listed = Optional.empty();
        if (lists && notes.tolerates(Tolerance.REMOVE_LISTED_VALUES)) {
            listed = typed(resolved, JsonSource.of(value.get()));
            if (listed.isEmpty()) {
                // An empty list names nothing to remove; reading it as "remove all" would empty a group.
                return;
            }
        }
        read.add(new PatchOperation(Action.REMOVE, target, resolved.elements(), listed));
    }

    /** Reads the value that starts at the current token, for the place it goes to. */
    Optional<AttributeValue> typed(Resolved resolved, JsonInput json) {
        AttributeDefinition definition = resolved.target().definition();
        boolean oneElement = resolved.elements().isPresent() && definition.multiValued();
        return oneElement ? values.readElement(json, definition) : values.read(json, definition);
    }

    private static boolean isWritable(Resolved resolved) {
        return resolved.target().attribute().mutability() != Mutability.READ_ONLY
                && resolved.target().definition().mutability() != Mutability.READ_ONLY;
    }

    /** Clients repeat the id of the resource (Okta, Authentik); whether it is the right one shows when it is applied. */
    private static boolean isId(Resolved resolved) {
        return resolved.target().extension() == AttributeTarget.BASE
                && resolved.target().attribute().name().equals("id");
    }

    private static void requireWritable(Resolved resolved) {
        if (!isWritable(resolved)) {
            throw ScimException.badRequest(
                    ScimType.MUTABILITY, resolved.target() + " is set by this server and cannot be changed.");
        }
    }

    private static ScimException invalidPath(String path, String problem) {
        return ScimException.badRequest(ScimType.INVALID_PATH, "The path " + Excerpt.of(path) + " " + problem + ".");
    }
}
