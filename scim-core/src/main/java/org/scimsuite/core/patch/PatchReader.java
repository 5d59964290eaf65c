package org.scimsuite.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.JsonSource;
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
        JsonInput input = SOURCE.open(json);
        JsonNode body = input.tree();
        input.end();
        checkSchemas(body, notes);
        JsonNode operations =
                member(body, "Operations").orElseThrow(() -> syntax("The body must have a list named Operations"));
        if (!operations.isArray() || operations.isEmpty()) {
            throw syntax("Operations must be a list with at least one operation");
        }
        if (operations.size() > MAX_OPERATIONS) {
            throw ScimException.badRequest(
                    ScimType.INVALID_VALUE, "Send at most " + MAX_OPERATIONS + " operations in one request.");
        }
        Issues issues = new Issues();
        List<PatchOperation> read = new ArrayList<>();
        OperationReader reader = new OperationReader(type, unknownAttributes, notes, issues, read);
        for (JsonNode operation : operations) {
            readOperation(operation, reader, notes);
        }
        issues.throwIfAny();
        return new PatchRequest(read);
    }

    private static void readOperation(JsonNode operation, OperationReader reader, Notes notes) {
        if (!operation.isObject()) {
            throw syntax("Each operation must be an object");
        }
        Action action = action(operation, notes);
        Optional<JsonNode> path = member(operation, "path").filter(node -> !node.isNull());
        Optional<JsonNode> value = member(operation, "value");
        if (path.isPresent() && !path.get().isTextual()) {
            throw ScimException.badRequest(ScimType.INVALID_PATH, "The path of an operation must be a string.");
        }
        String text = path.map(node -> node.textValue().strip()).orElse("");
        if (text.isEmpty()) {
            reader.withoutPath(action, value);
        } else {
            reader.withPath(action, text, value);
        }
    }

    private static Action action(JsonNode operation, Notes notes) {
        String word = member(operation, "op").map(JsonNode::asText).orElse("");
        for (Action action : Action.values()) {
            String canonical = action.name().toLowerCase(Locale.ROOT);
            if (word.equals(canonical)
                    || (word.equalsIgnoreCase(canonical) && notes.tolerates(Tolerance.OPERATION_IN_ANY_CASE))) {
                return action;
            }
        }
        throw syntax("The op of each operation must be add, remove or replace");
    }

    private static void checkSchemas(JsonNode body, Notes notes) {
        Optional<JsonNode> schemas = member(body, "schemas");
        if (schemas.isEmpty() && notes.tolerates(Tolerance.SCHEMAS_MISSING)) {
            return;
        }
        for (JsonNode uri : schemas.orElse(body)) {
            if (uri.asText().equalsIgnoreCase(PATCH_OP_URI)) {
                return;
            }
        }
        throw syntax("The schemas of the body must contain " + PATCH_OP_URI);
    }

    private static Optional<JsonNode> member(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return Optional.of(member.getValue());
            }
        }
        return Optional.empty();
    }

    private static ScimException syntax(String detail) {
        return ScimException.badRequest(ScimType.INVALID_SYNTAX, detail + ".");
    }
}
