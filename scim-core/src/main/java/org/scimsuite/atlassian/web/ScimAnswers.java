package org.scimsuite.atlassian.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimResponse;

/** Makes answers to errors that end a request before the endpoint, and sends answers. */
final class ScimAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ERROR_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ScimAnswers() {}

    /** The error as an answer (RFC 7644 §3.12). */
    static ScimResponse of(ScimError error) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("schemas").add(ERROR_SCHEMA);
        body.put("status", Integer.toString(error.status()));
        error.scimType().ifPresent(type -> body.put("scimType", type.word()));
        body.put("detail", error.detail());
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", ScimResponse.MEDIA_TYPE);
        error.retryAfterSeconds().ifPresent(seconds -> headers.put("Retry-After", seconds.toString()));
        if (error.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            headers.put("WWW-Authenticate", "Bearer realm=\"SCIM\"");
        }
        return new ScimResponse(error.status(), headers, bytes(body));
    }

    /**
     * Sends the answer.
     *
     * @param method the request's; an answer to HEAD has headers only
     */
    static void send(ScimResponse answer, String method, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        // people's data: not for caches, and never to be guessed into another type
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response::setHeader);
        if (answer.body().length > 0) {
            response.setContentLength(answer.body().length);
            if (!method.equals("HEAD")) {
                response.getOutputStream().write(answer.body());
            }
        }
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of strings can always be written", e);
        }
    }
}
