package org.scimsuite.core.message;

import java.util.Map;

/**
 * An answer, ready to be written.
 *
 * @param headers all headers but Content-Length, in the spelling to send
 * @param body UTF-8 JSON; empty array for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the body is handed on, not copied
public record ScimResponse(int status, Map<String, String> headers, byte[] body) {

    /** RFC 7644 §3.1. */
    public static final String MEDIA_TYPE = "application/scim+json";

    public ScimResponse {
        headers = Map.copyOf(headers);
    }
}
