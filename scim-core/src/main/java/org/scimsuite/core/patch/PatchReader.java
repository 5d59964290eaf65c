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

    private PatchReader() {}

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
        Body body = Body.read(SOURCE.open(json));
        checkSchemas(body.schemas(), notes);
        List<Operation> operations =
                body.operations().orElseThrow(() -> syntax("The body must have a list named Operations"));
        if (operations.isEmpty()) {
            throw syntax("Operations must be a list with at least one operation");
        }
        Issues issues = new Issues();
        List<PatchOperation> read = new ArrayList<>(operations.size());
        OperationReader reader = new OperationReader(type, unknownAttributes, notes, issues, read);
        for (Operation operation : operations) {
            readOperation(operation, reader, notes);
        }
        issues.throwIfAny();
        return new PatchRequest(read, reader.others());
    }

    private static void readOperation(Operation operation, OperationReader reader, Notes notes) {
        Action action = action(operation.op(), notes);
        Optional<JsonNode> path = operation.path().filter(node -> !node.isNull());
        if (path.isPresent() && !path.get().isTextual()) {
            throw ScimException.badRequest(ScimType.INVALID_PATH, "The path of an operation must be a string.");
        }
        String text = path.map(node -> node.textValue().strip()).orElse("");
        if (text.isEmpty()) {
            reader.withoutPath(action, operation.value());
        } else {
            reader.withPath(action, text, operation.value());
        }
    }

    private static Action action(Optional<JsonNode> op, Notes notes) {
        String word = op.map(JsonNode::asText).orElse("");
        for (Action action : Action.ALL) {
            if (word.equals(action.word())
                    || (word.equalsIgnoreCase(action.word()) && notes.tolerates(Tolerance.OPERATION_IN_ANY_CASE))) {
                return action;
            }
        }
        throw syntax("The op of each operation must be add, remove or replace");
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
    private record Body(Optional<JsonNode> schemas, Optional<List<Operation>> operations) {

        static Body read(JsonInput json) {
            Optional<JsonNode> schemas = Optional.empty();
            Optional<List<Operation>> operations = Optional.empty();
            MemberNames names = new MemberNames();
            while (json.next() != JsonToken.END_OBJECT) {
                String name = json.name();
                names.add(name, json);
                json.next();
                if (name.equalsIgnoreCase("schemas")) {
                    schemas = Optional.of(json.tree());
                } else if (name.equalsIgnoreCase("Operations")) {
                    operations = Optional.of(operations(json));
                } else {
                    json.skipValue();
                }
            }
            json.end();
            return new Body(schemas, operations);
        }

        private static List<Operation> operations(JsonInput json) {
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
                operations.add(Operation.read(json));
            }
            return operations;
        }
    }

    /** The members of one operation; names in any case. */
    private record Operation(Optional<JsonNode> op, Optional<JsonNode> path, Optional<JsonNode> value) {

        static Operation read(JsonInput json) {
            if (json.token() != JsonToken.START_OBJECT) {
                throw syntax("Each operation must be an object");
            }
            Optional<JsonNode> op = Optional.empty();
            Optional<JsonNode> path = Optional.empty();
            Optional<JsonNode> value = Optional.empty();
            MemberNames others = new MemberNames();
            while (json.next() != JsonToken.END_OBJECT) {
                String name = json.name();
                json.next();
                if (name.equalsIgnoreCase("op")) {
                    op = once(op, name, json);
                } else if (name.equalsIgnoreCase("path")) {
                    path = once(path, name, json);
                } else if (name.equalsIgnoreCase("value")) {
                    value = once(value, name, json);
                } else {
                    others.add(name, json);
                    json.skipValue();
                }
            }
            return new Operation(op, path, value);
        }

        private static Optional<JsonNode> once(Optional<JsonNode> before, String name, JsonInput json) {
            if (before.isPresent()) {
                throw MemberNames.twice(name, json);
            }
            return Optional.of(json.tree());
        }
    }

    private static ScimException syntax(String detail) {
        return ScimException.badRequest(ScimType.INVALID_SYNTAX, detail + ".");
    }
}
