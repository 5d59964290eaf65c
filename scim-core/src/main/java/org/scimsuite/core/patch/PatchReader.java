package org.scimsuite.core.patch;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.MemberNames;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.Issues;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.schema.ResourceType;

/** Reads the body of a PATCH (RFC 7644 §3.5.2): the envelope here, each operation by {@link OperationReader}. */
public final class PatchReader {

    /** The schema of the body. */
    public static final String PATCH_OP_URI = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** Each operation may go through a whole list: more of them would be work without bound. */
    static final int MAX_OPERATIONS = 10_000;

    private static final JsonSource SOURCE = new JsonSource(JsonLimits.DEFAULT);

    private final JsonInput json;
    private final OperationReader reader;
    private final Notes notes;

    private PatchReader(JsonInput json, OperationReader reader, Notes notes) {
        this.json = json;
        this.reader = reader;
        this.notes = notes;
    }

    /** As {@link #read(byte[], ResourceType, UnknownAttributes, Notes)}, leaving out what the schema does not know. */
    public static PatchRequest read(byte[] json, ResourceType type, Notes notes) {
        return read(json, type, UnknownAttributes.IGNORE, notes);
    }

    /**
     * Reads a body.
     *
     * @param unknownAttributes what happens to an attribute in a value that the schema does not know; as a path it is
     *     always an error
     * @throws ScimException 400 invalidSyntax for the envelope, invalidPath, invalidFilter, noTarget, mutability or
     *     invalidValue for an operation
     */
    public static PatchRequest read(byte[] json, ResourceType type, UnknownAttributes unknownAttributes, Notes notes) {
        Issues issues = new Issues();
        List<PatchOperation> read = new ArrayList<>();
        OperationReader reader = new OperationReader(type, unknownAttributes, notes, issues, read);
        Body body = new PatchReader(SOURCE.open(json), reader, notes).body();
        checkSchemas(body.schemas(), notes);
        if (body.asksForNothing() && notes.tolerates(Tolerance.NO_OPERATIONS)) {
            return new PatchRequest(List.of(), List.of());
        }
        List<Operation> operations =
                body.operations().orElseThrow(() -> syntax("The body must have a list named Operations"));
        if (operations.isEmpty()) {
            throw syntax("Operations must be a list with at least one operation");
        }
        for (Operation operation : operations) {
            operation.finish(reader, notes);
        }
        issues.throwIfAny();
        return new PatchRequest(read, reader.others());
    }

    private static void checkSchemas(Optional<JsonNode> schemas, Notes notes) {
        if (schemas.isEmpty() && notes.tolerates(Tolerance.SCHEMAS_MISSING)) {
            return;
        }
        for (JsonNode uri : schemas.orElse(MissingNode.getInstance())) {
            if (uri.asText().equalsIgnoreCase(PATCH_OP_URI)) {
                return;
            }
        }
        throw syntax("The schemas of the body must contain " + PATCH_OP_URI);
    }

    /** The members of the body; names in any case. */
    private record Body(Optional<JsonNode> schemas, Optional<List<Operation>> operations, int members) {

        /** Says that it is a PATCH, and no more; with any other member something was meant that would go unnoticed. */
        boolean asksForNothing() {
            return schemas.isPresent() && members == 1;
        }
    }

    private Body body() {
        Optional<JsonNode> schemas = Optional.empty();
        Optional<List<Operation>> operations = Optional.empty();
        MemberNames names = new MemberNames();
        int members = 0;
        while (json.next() != JsonToken.END_OBJECT) {
            String name = json.name();
            names.add(name, json);
            members++;
            json.next();
            if (name.equalsIgnoreCase("schemas")) {
                schemas = Optional.of(json.tree());
            } else if (name.equalsIgnoreCase("Operations")) {
                operations = Optional.of(operations());
            } else {
                json.skipValue();
            }
        }
        json.end();
        return new Body(schemas, operations, members);
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        if (json.token() != JsonToken.START_ARRAY) {
            json.skipValue();
            return operations;
        }
        while (json.next() != JsonToken.END_ARRAY) {
            if (operations.size() == MAX_OPERATIONS) {
                throw ScimException.badRequest(
                        ScimType.INVALID_VALUE, "Send at most " + MAX_OPERATIONS + " operations in one request.");
            }
            if (json.token() != JsonToken.START_OBJECT) {
                throw syntax("Each operation must be an object");
            }
            operations.add(operation());
        }
        return operations;
    }

    private Operation operation() {
        Operation operation = new Operation();
        MemberNames others = new MemberNames();
        while (json.next() != JsonToken.END_OBJECT) {
            String name = json.name();
            json.next();
            if (name.equalsIgnoreCase("op")) {
                operation.op = once(operation.op, name);
            } else if (name.equalsIgnoreCase("path")) {
                operation.path = once(operation.path, name);
            } else if (!name.equalsIgnoreCase("value")) {
                others.add(name, json);
                json.skipValue();
            } else if (operation.typed.isPresent()) {
                throw MemberNames.twice(name, json);
            } else {
                operation.typed = operation.awaits(reader, notes).map(to -> new Typed(to, reader.typed(to, json)));
                operation.value = operation.typed.isPresent() ? Optional.empty() : once(operation.value, name);
            }
        }
        return operation;
    }

    private Optional<JsonNode> once(Optional<JsonNode> before, String name) {
        if (before.isPresent()) {
            throw MemberNames.twice(name, json);
        }
        return Optional.of(json.tree());
    }

    /** A value that was read while the body was, as most clients say where it goes before it. */
    private record Typed(OperationReader.Resolved to, Optional<AttributeValue> value) {}

    /** The members of one operation; names in any case. */
    private static final class Operation {

        private Optional<JsonNode> op = Optional.empty();
        private Optional<JsonNode> path = Optional.empty();
        private Optional<JsonNode> value = Optional.empty();
        private Optional<Typed> typed = Optional.empty();

        /** Where the value goes that comes next, if that can be told. */
        Optional<OperationReader.Resolved> awaits(OperationReader reader, Notes notes) {
            Optional<Action> action = action(notes);
            boolean known = action.isPresent()
                    && value.isEmpty()
                    && path.filter(JsonNode::isTextual).isPresent();
            return known ? reader.awaiting(action.get(), pathText()) : Optional.empty();
        }

        /** Carries the operation on once the whole body is there. */
        void finish(OperationReader reader, Notes notes) {
            Action known =
                    action(notes).orElseThrow(() -> syntax("The op of each operation must be add, remove or replace"));
            if (path.filter(node -> !node.isNull() && !node.isTextual()).isPresent()) {
                throw ScimException.badRequest(ScimType.INVALID_PATH, "The path of an operation must be a string.");
            }
            if (typed.isPresent()) {
                reader.write(known, typed.get().to(), typed.get().value());
            } else if (pathText().isEmpty()) {
                reader.withoutPath(known, value);
            } else {
                reader.withPath(known, pathText(), value);
            }
        }

        private String pathText() {
            return path.map(node -> node.asText("").strip()).orElse("");
        }

        private Optional<Action> action(Notes notes) {
            String word = op.map(JsonNode::asText).orElse("");
            for (Action action : Action.ALL) {
                if (word.equals(action.word())
                        || (word.equalsIgnoreCase(action.word()) && notes.tolerates(Tolerance.OPERATION_IN_ANY_CASE))) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }
    }

    private static ScimException syntax(String detail) {
        return ScimException.badRequest(ScimType.INVALID_SYNTAX, detail + ".");
    }
}
