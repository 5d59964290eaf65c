package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scimsuite.core.bulk.BulkOperation.Broken;
import org.scimsuite.core.bulk.BulkOperation.Sound;
import org.scimsuite.core.bulk.BulkReferences;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.patch.PatchReader;

/** The single requests that operations stand for. References without an id stay as they are. */
final class BulkRequests {

    /** So written, half a surrogate pair comes out as it went in, and is refused as it is in a single request. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String baseUri;

    BulkRequests(String baseUri) {
        this.baseUri = baseUri;
    }

    ScimRequest of(Sound operation, Optional<JsonNode> data, Map<String, String> ids) {
        UnaryOperator<String> known = known(ids);
        List<String> path = new ArrayList<>(List.of(operation.target().endpoint()));
        operation.target().id().map(id -> BulkReferences.resolved(id, known)).ifPresent(path::add);
        byte[] body =
                data.map(tree -> bytes(BulkReferences.resolved(tree, known))).orElse(new byte[0]);
        return request(operation.method().name(), path, operation.version(), body);
    }

    /** What comes nearest to an operation that is no request, for the journal. */
    ScimRequest of(Broken operation) {
        String path = operation.path().map(Excerpt::of).orElse("");
        List<String> segments = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        String method =
                operation.method().filter(word -> word.matches("[A-Z]{1,10}")).orElse("-");
        return request(method, segments, Optional.empty(), new byte[0]);
    }

    ScimRequest patch(String endpoint, String id, JsonNode operations, Map<String, String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(PatchReader.PATCH_OP_URI);
        body.set("Operations", BulkReferences.resolved(operations, known(ids)));
        return request("PATCH", List.of(endpoint, id), Optional.empty(), bytes(body));
    }

    private ScimRequest request(String method, List<String> path, Optional<String> version, byte[] body) {
        Map<String, String> contentType = Map.of("content-type", ScimResponse.MEDIA_TYPE);
        Map<String, String> headers = version.map(
                        tag -> Map.of("content-type", ScimResponse.MEDIA_TYPE, "if-match", tag))
                .orElse(contentType);
        return new ScimRequest(method, path, Map.of(), headers, body, baseUri);
    }

    private static UnaryOperator<String> known(Map<String, String> ids) {
        return bulkId -> ids.getOrDefault(bulkId, "bulkId:" + bulkId);
    }

    private static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
    }
}
