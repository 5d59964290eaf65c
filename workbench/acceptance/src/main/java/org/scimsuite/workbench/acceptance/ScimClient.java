package org.scimsuite.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plain client for the SCIM endpoint, for tests that care about what is on the wire. */
public final class ScimClient {

    private static final int CREATED = 201;

    private final URI base;
    private final String authorization;

    /** @param authorization the value of the {@code Authorization} header */
    public ScimClient(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** Returns the SCIM base URL of a product. */
    public static URI baseOf(URI product) {
        return URI.create(product + "/plugins/servlet/scim/v2");
    }

    /** Returns the SCIM base URL. */
    public URI base() {
        return base;
    }

    /** @param path below the SCIM base URL, encoded */
    public Reply get(String path) {
        return send("GET", path, Map.of(), Optional.empty());
    }

    public Reply post(String path, String json) {
        return send("POST", path, Map.of(), Optional.of(json));
    }

    public Reply put(String path, String json) {
        return send("PUT", path, Map.of(), Optional.of(json));
    }

    /** Sends a PATCH of one operation, given as JSON. */
    public Reply patch(String path, String operation) {
        return send(
                "PATCH",
                path,
                Map.of(),
                Optional.of("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                        + operation + "]}"));
    }

    public Reply delete(String path) {
        return send("DELETE", path, Map.of(), Optional.empty());
    }

    /** Looks users up by a filter, given unencoded. */
    public Reply find(String filter) {
        return get("/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    /** Creates a user of that name with little else. */
    public Reply create(String userName) {
        return post("/Users", user(userName));
    }

    /** Creates users of these names in one bulk request and returns their ids, in the same order. */
    public List<String> createAll(List<String> userNames) {
        String operations = userNames.stream()
                .map(name -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"%s\",\"data\":%s}"
                        .formatted(name, user(name)))
                .collect(Collectors.joining(","));
        Reply reply = post(
                "/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[" + operations
                        + "]}");
        List<String> ids = new ArrayList<>();
        for (JsonNode operation : reply.json().path("Operations")) {
            if (operation.path("status").asInt() == CREATED) {
                String location = operation.path("location").asText();
                ids.add(location.substring(location.lastIndexOf('/') + 1));
            }
        }
        if (ids.size() != userNames.size()) {
            throw new IllegalStateException("Not all users were created: " + reply.text());
        }
        return ids;
    }

    /** Returns a small user as JSON. */
    public static String user(String userName) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","active":true,
                 "name":{"givenName":"Given","familyName":"Family"},"displayName":"Given Family",
                 "emails":[{"value":"%s","type":"work","primary":true}]}""".formatted(userName, userName.contains("@") ? userName : userName + "@acme.test");
    }

    /**
     * Sends any request; a body is sent as {@code application/scim+json} unless the headers name another type.
     *
     * @param headers added to or in place of the usual ones
     */
    public Reply send(String method, String path, Map<String, String> headers, Optional<String> body) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Accept", "application/scim+json");
        all.put("Authorization", authorization);
        body.ifPresent(content -> all.put("Content-Type", "application/scim+json"));
        all.putAll(headers);
        return Http.send(method, URI.create(base + path), all, body);
    }
}
