package org.scimsuite.core.endpoint;

import java.util.List;
import java.util.Map;
import org.scimsuite.core.message.ResponseBody;
import org.scimsuite.core.message.ScimResponse;

/** Lists of resources (RFC 7644 §3.4.2). */
final class ListResponses {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ListResponses() {}

    /** All there is, on one page. */
    static ScimResponse of(List<Json.Part> resources) {
        return of(resources.size(), 1, resources);
    }

    static ScimResponse of(int totalResults, int startIndex, List<Json.Part> resources) {
        ResponseBody body = Json.body(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("schemas");
            json.writeString(SCHEMA);
            json.writeEndArray();
            json.writeNumberField("totalResults", totalResults);
            json.writeNumberField("startIndex", startIndex);
            json.writeNumberField("itemsPerPage", resources.size());
            json.writeArrayFieldStart("Resources");
            for (Json.Part resource : resources) {
                resource.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return new ScimResponse(200, Map.of("Content-Type", ScimResponse.MEDIA_TYPE), body);
    }
}
