package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.message.ScimResponse;

/** Answers to bulk requests (RFC 7644 §3.7.3). */
final class BulkResponses {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    private BulkResponses() {}

    static ScimResponse of(List<BulkEntry> entries) {
        return new ScimResponse(200, Map.of("Content-Type", ScimResponse.MEDIA_TYPE), Json.body(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("schemas");
            json.writeString(SCHEMA);
            json.writeEndArray();
            json.writeArrayFieldStart("Operations");
            for (BulkEntry entry : entries) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, BulkEntry entry) throws IOException {
        json.writeStartObject();
        write(json, "location", entry.location());
        write(json, "method", entry.method());
        write(json, "bulkId", entry.bulkId());
        write(json, "version", entry.version());
        json.writeStringField("status", Integer.toString(entry.status()));
        if (entry.error().isPresent()) {
            json.writeFieldName("response");
            ErrorResponses.write(json, entry.error().get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }
}
