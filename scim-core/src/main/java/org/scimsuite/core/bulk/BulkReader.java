package org.scimsuite.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.scimsuite.core.bulk.BulkOperation.Method;
import org.scimsuite.core.bulk.BulkOperation.Target;
import org.scimsuite.core.dialect.MessageBody;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/** Reads the body of a bulk request. What is wrong with one operation becomes part of that operation. */
public final class BulkReader {

    /** Of the envelope around the data of an operation, which may itself be as deep as any body. */
    private static final int ENVELOPE_DEPTH = 3;

    private static final JsonSource SOURCE = new JsonSource(new JsonLimits(
            JsonLimits.DEFAULT.maxDepth() + ENVELOPE_DEPTH,
            JsonLimits.DEFAULT.maxStringLength(),
            JsonLimits.DEFAULT.maxElements()));

    private final BulkPaths paths;
    private final int maxOperations;

    /**
     * @param endpoints of the resource types, without a slash
     */
    public BulkReader(Set<String> endpoints, int maxOperations) {
        this.paths = new BulkPaths(endpoints);
        this.maxOperations = maxOperations;
    }

    /**
     * Reads a body.
     *
     * @throws ScimException 400 invalidSyntax or invalidValue for the envelope; 413 for too many operations
     */
    public BulkRequest read(byte[] json, Notes notes) {
        JsonNode body = MessageBody.read(SOURCE, json, BulkRequest.SCHEMA, notes);
        JsonNode operations = MessageBody.member(body, "Operations")
                .filter(list -> list.isArray() && !list.isEmpty())
                .orElseThrow(() -> missing("The body must have a list named Operations with at least one operation."));
        if (operations.size() > maxOperations) {
            throw new ScimException(ScimError.of(
                    413,
                    "The request has " + operations.size() + " operations; one bulk request may have at most "
                            + maxOperations + " (maxOperations). Send several requests."));
        }
        List<BulkOperation> read = new ArrayList<>();
        Set<String> bulkIds = new HashSet<>();
        for (JsonNode operation : operations) {
            read.add(operation(read.size() + 1, operation, bulkIds));
        }
        return new BulkRequest(read, failOnErrors(body));
    }

    private static OptionalInt failOnErrors(JsonNode body) {
        Optional<JsonNode> limit = MessageBody.member(body, "failOnErrors");
        if (limit.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean whole = limit.get().isNumber() && limit.get().canConvertToExactIntegral();
        if (!whole || !limit.get().canConvertToInt() || limit.get().intValue() < 1) {
            throw wrong("failOnErrors must be a whole number, 1 or more. Leave it out to have every operation tried.");
        }
        return OptionalInt.of(limit.get().intValue());
    }

    private BulkOperation operation(int number, JsonNode json, Set<String> bulkIds) {
        try {
            return sound(number, json, bulkIds);
        } catch (ScimException e) {
            ScimError problem = e.error()
                    .withDetail("Operation " + number + ": " + e.error().detail());
            return new BulkOperation.Broken(
                    number, sent(json, "method"), sent(json, "bulkId"), sent(json, "path"), problem);
        }
    }

    private BulkOperation.Sound sound(int number, JsonNode json, Set<String> bulkIds) {
        if (!json.isObject()) {
            throw missing("It must be an object with method and path.");
        }
        Optional<String> bulkId = text(json, "bulkId");
        bulkId.filter(id -> !bulkIds.add(id)).ifPresent(id -> {
            throw wrong("The bulkId \"" + Excerpt.of(id) + "\" was used before. Each must occur once in a request.");
        });
        Method method = method(text(json, "method").orElseThrow(() -> missing("The method is missing.")));
        Target target = paths.read(text(json, "path").orElseThrow(() -> missing("The path is missing.")), method);
        Optional<JsonNode> data = MessageBody.member(json, "data");
        if (method == Method.POST && bulkId.isEmpty()) {
            throw missing("POST needs a bulkId, a name of your choice that the answer repeats.");
        }
        if (method != Method.DELETE && data.isEmpty()) {
            throw missing(method + " needs data, the body of the request.");
        }
        return new BulkOperation.Sound(
                number,
                method,
                bulkId,
                target,
                text(json, "version"),
                method == Method.DELETE ? Optional.empty() : data);
    }

    private static Method method(String word) {
        for (Method method : Method.values()) {
            if (method.name().equals(word)) {
                return method;
            }
        }
        throw wrong("The method must be POST, PUT, PATCH or DELETE.");
    }

    private static Optional<String> text(JsonNode operation, String name) {
        Optional<JsonNode> value = MessageBody.member(operation, name);
        if (value.isPresent()
                && (!value.get().isTextual() || value.get().textValue().isBlank())) {
            throw wrong("Its " + name + " must be a text that is not empty.");
        }
        return value.map(JsonNode::textValue);
    }

    private static Optional<String> sent(JsonNode operation, String name) {
        return MessageBody.member(operation, name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static ScimException missing(String detail) {
        return ScimException.badRequest(ScimType.INVALID_SYNTAX, detail);
    }

    static ScimException wrong(String detail) {
        return ScimException.badRequest(ScimType.INVALID_VALUE, detail);
    }
}
