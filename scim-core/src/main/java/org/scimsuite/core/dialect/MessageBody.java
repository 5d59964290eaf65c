package org.scimsuite.core.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/** The body of a request that is a message, not a resource (RFC 7644 §8.2). Names of members are read in any case. */
public final class MessageBody {

    private MessageBody() {}

    /**
     * Reads a body that must name a schema; one that names none is tolerated.
     *
     * @param schema the URI
     *
     * @throws ScimException 400 invalidSyntax
     */
    public static JsonNode read(JsonSource source, byte[] json, String schema, Notes notes) {
        JsonInput input = source.open(json);
        JsonNode body = input.tree();
        input.end();
        Optional<JsonNode> schemas = member(body, "schemas");
        boolean missing = schemas.isEmpty() && notes.tolerates(Tolerance.SCHEMAS_MISSING);
        if (!missing && !lists(schemas, schema)) {
            throw ScimException.badRequest(
                    ScimType.INVALID_SYNTAX, "The schemas of the body must contain " + schema + ".");
        }
        return body;
    }

    /** A member of an object; one that is null counts as left out (RFC 7643 §2.5). */
    public static Optional<JsonNode> member(JsonNode object, String name) {
        return object.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isNull())
                .findFirst();
    }

    private static boolean lists(Optional<JsonNode> schemas, String schema) {
        return schemas.stream().flatMap(list -> list.valueStream()).anyMatch(uri -> uri.asText()
                .equalsIgnoreCase(schema));
    }
}
