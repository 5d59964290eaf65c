package org.scimsuite.core.message;

import java.util.Map;

/**
 * An answer, ready to be written.
 *
 * @param headers all headers but Content-Length, in the spelling to send
 */
public record ScimResponse(int status, Map<String, String> headers, ResponseBody body) {

    /** RFC 7644 §3.1. */
    public static final String MEDIA_TYPE = "application/scim+json";

    public ScimResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer with a short body. */
    public static ScimResponse json(int status, Map<String, String> headers, byte[] body) {
        return new ScimResponse(status, headers, ResponseBody.of(body));
    }

    /** An answer without a body. */
    public static ScimResponse empty(int status, Map<String, String> headers) {
        return new ScimResponse(status, headers, ResponseBody.NONE);
    }
}
