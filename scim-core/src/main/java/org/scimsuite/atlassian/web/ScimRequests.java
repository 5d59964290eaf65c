package org.scimsuite.atlassian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scimsuite.core.endpoint.ScimServer;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimRequest;

/** Turns servlet requests into SCIM requests. */
final class ScimRequests {

    private ScimRequests() {}

    /**
     * The whole request.
     *
     * @throws ScimException 400 for a malformed URL, 404 for one that is not below the base URI
     */
    static ScimRequest complete(HttpServletRequest request, String baseUri) throws IOException {
        return new ScimRequest(
                request.getMethod().toUpperCase(Locale.ROOT),
                ScimPath.segments(request.getRequestURI(), request.getContextPath()),
                ScimPath.query(request.getQueryString()),
                headers(request),
                body(request),
                baseUri);
    }

    /** What may be said of a request that is not let in: no body, no query. */
    static ScimRequest ofStranger(HttpServletRequest request, String baseUri) {
        List<String> path;
        try {
            path = ScimPath.segments(request.getRequestURI(), request.getContextPath());
        } catch (ScimException notBelowTheBaseUri) {
            path = List.of();
        }
        return new ScimRequest(
                request.getMethod().toUpperCase(Locale.ROOT), path, Map.of(), headers(request), new byte[0], baseUri);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!AnonymousRequest.isSecret(name)) {
                headers.put(
                        name.toLowerCase(Locale.ROOT), String.join(", ", Collections.list(request.getHeaders(name))));
            }
        }
        return headers;
    }

    /** At most one byte more than the server takes; it answers 413 then, and the rest is never read. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            return in.readNBytes(ScimServer.MAX_BODY_BYTES + 1);
        }
    }
}
