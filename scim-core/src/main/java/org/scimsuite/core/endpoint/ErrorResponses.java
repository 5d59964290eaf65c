package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimResponse;

/** Error answers (RFC 7644 §3.12), with the headers that belong to their status. The only place that writes them. */
public final class ErrorResponses {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ErrorResponses() {}

    /** The answer; for those who end a request before the endpoint sees it, too. */
    public static ScimResponse of(ScimError error) {
        return of(error, Map.of());
    }

    /** With headers that belong to this error, such as {@code Allow}. */
    static ScimResponse of(ScimError error, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", ScimResponse.MEDIA_TYPE);
        if (error.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer realm=\"SCIM\"");
        }
        error.retryAfterSeconds().ifPresent(seconds -> headers.put("Retry-After", Integer.toString(seconds)));
        return ScimResponse.json(error.status(), headers, body(error));
    }

    private static byte[] body(ScimError error) {
        return Json.bytes(json -> write(json, error));
    }

    /** Writes the body of an error, also as a part of another answer. */
    static void write(JsonGenerator json, ScimError error) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("schemas");
        json.writeString(SCHEMA);
        json.writeEndArray();
        json.writeStringField("status", Integer.toString(error.status()));
        if (error.scimType().isPresent()) {
            json.writeStringField("scimType", error.scimType().get().word());
        }
        json.writeStringField("detail", error.detail());
        json.writeEndObject();
    }
}
