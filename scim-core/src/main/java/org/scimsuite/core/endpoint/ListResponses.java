package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.provision.ProvisionedResource;
import org.scimsuite.core.provision.ResourcePage;
import org.scimsuite.core.provision.ResourceQuery.PageRequest;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.schema.ResourceType;

/** Lists of resources (RFC 7644 §3.4.2, RFC 9865 §2). */
final class ListResponses {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ListResponses() {}

    /** All there is, on one page. */
    static ScimResponse of(List<Json.Part> resources) {
        return answer(json -> {
            writeHead(json, resources.size());
            json.writeNumberField("startIndex", 1);
            writeResources(json, resources);
        });
    }

    /**
     * A page of a search.
     *
     * @param shown what is shown of the resources of each type
     */
    static ScimResponse of(
            ResourcePage found, PageRequest page, Optional<String> next, Map<ResourceType, Projection> shown) {
        List<Json.Part> resources = found.resources().stream()
                .map(resource -> part(resource, shown))
                .toList();
        return answer(json -> {
            writeHead(json, found.total());
            if (page instanceof PageRequest.Index index) {
                json.writeNumberField("startIndex", index.startIndex());
            }
            if (next.isPresent()) {
                json.writeStringField("nextCursor", next.get());
            }
            writeResources(json, resources);
        });
    }

    private static Json.Part part(ProvisionedResource resource, Map<ResourceType, Projection> shown) {
        return json -> resource.write(json, shown.get(resource.resource().type()));
    }

    private static void writeHead(JsonGenerator json, int totalResults) throws IOException {
        json.writeArrayFieldStart("schemas");
        json.writeString(SCHEMA);
        json.writeEndArray();
        json.writeNumberField("totalResults", totalResults);
    }

    private static void writeResources(JsonGenerator json, List<Json.Part> resources) throws IOException {
        json.writeNumberField("itemsPerPage", resources.size());
        json.writeArrayFieldStart("Resources");
        for (Json.Part resource : resources) {
            resource.write(json);
        }
        json.writeEndArray();
    }

    private static ScimResponse answer(Json.Part members) {
        return new ScimResponse(200, Map.of("Content-Type", ScimResponse.MEDIA_TYPE), Json.body(json -> {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        }));
    }
}
