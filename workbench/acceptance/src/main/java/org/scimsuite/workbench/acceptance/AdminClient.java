package org.scimsuite.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.workbench.replay.Person;
import org.scimsuite.workbench.replay.StandInPeople;

/** Calls the plugin's admin API and the host's own windows, as the host's admin unless told otherwise. */
public final class AdminClient {

    private static final int MOST_REQUESTS_PER_SECOND = 100_000;
    private static final String USER = "admin";
    private static final String PASSWORD = "admin";

    private final URI product;

    public AdminClient(URI product) {
        this.product = product;
    }

    /** Returns the value of an {@code Authorization} header of the Basic scheme. */
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public Reply get(String path) {
        return send("GET", path, Map.of(), Optional.empty());
    }

    /** Sends a change with everything the API wants of one. */
    public Reply change(String method, String path, String json) {
        return send(
                method,
                path,
                Map.of("X-Atlassian-Token", "no-check", "Content-Type", "application/json"),
                Optional.of(json).filter(body -> !body.isEmpty()));
    }

    /** Sends any request to the admin API; headers given are added to or in place of the admin's credentials. */
    public Reply send(String method, String path, Map<String, String> headers, Optional<String> body) {
        return sendTo("/rest/scim-admin/1" + path, method, headers, body);
    }

    /** Sends a change without a body to one of the host's own windows. */
    Reply sendToHost(String method, String path) {
        return sendTo(path, method, Map.of("X-Atlassian-Token", "no-check"), Optional.empty());
    }

    private Reply sendTo(String path, String method, Map<String, String> headers, Optional<String> body) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Authorization", basic(USER, PASSWORD));
        all.put("Accept", "application/json");
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        return Http.send(method, URI.create(product + path), all, body);
    }

    /** Makes a connection and returns what the API says of it. */
    public JsonNode createConnection(String name, long directoryId, String deletePolicy) {
        return createConnection(connection(name, directoryId, deletePolicy, "LIVE"));
    }

    /** As {@link #createConnection(String, long, String)}, for measuring: with the highest limit of requests there is. */
    public JsonNode createFastConnection(String name, long directoryId) {
        String usual = connection(name, directoryId, "DEACTIVATE", "LIVE");
        return createConnection(usual.replace("}", ",\"requestsPerSecond\":" + MOST_REQUESTS_PER_SECOND + "}"));
    }

    private JsonNode createConnection(String body) {
        Reply reply = change("POST", "/connections", body);
        if (reply.status() != 201) {
            throw new IllegalStateException("No connection: " + reply.status() + " " + reply.text());
        }
        return reply.json();
    }

    /** Returns the body of a request that makes a connection. */
    public static String connection(String name, long directoryId, String deletePolicy, String mode) {
        return "{\"name\":\"%s\",\"directoryId\":%d,\"deletePolicy\":\"%s\",\"mode\":\"%s\"}"
                .formatted(name, directoryId, deletePolicy, mode);
    }

    /** Issues a token and returns what the API says of it, the token itself included. */
    public JsonNode issueToken(String connectionId) {
        Reply reply = change(
                "POST", "/connections/" + connectionId + "/tokens", "{\"label\":\"acceptance\",\"expiresInDays\":90}");
        if (reply.status() != 201) {
            throw new IllegalStateException("No token: " + reply.status() + " " + reply.text());
        }
        return reply.json();
    }

    /** Returns a SCIM client for that connection, with a token of its own. */
    public ScimClient scim(String connectionId) {
        return new ScimClient(
                ScimClient.baseOf(product),
                "Bearer " + issueToken(connectionId).path("token").asText());
    }

    /** Returns the newest journal entries about the user of that SCIM id. */
    public Reply journalOf(String id) {
        return get("/journal?limit=100&subject=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    /** Shows a directory past SCIM. */
    public StandInPeople people(long directoryId) {
        return new StandInPeople(product, directoryId, USER, PASSWORD);
    }

    /** Shows and changes the local groups of a directory past SCIM. */
    public LocalGroups localGroups(long directoryId) {
        return new LocalGroups(this, directoryId);
    }

    /** The mapping of a connection. */
    public MappingClient mapping(String connectionId) {
        return new MappingClient(this, connectionId);
    }

    /** Returns the person of exactly that name in the connection's usual directory. */
    public Optional<Person> person(String name) {
        return people(1).people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst();
    }

    /** Shows what only this product has. */
    public JsonNode product() {
        return sendTo("/stand-in/product", "GET", Map.of(), Optional.empty()).json();
    }

    /** Changes what only this product has, as its users or its admin would, and shows it. */
    public JsonNode orderProduct(String order) {
        Reply reply = sendTo(
                "/stand-in/product",
                "POST",
                Map.of("X-Atlassian-Token", "no-check", "Content-Type", "application/json"),
                Optional.of(order));
        if (reply.status() != 200) {
            throw new IllegalStateException("Not ordered: " + reply.status() + " " + reply.text());
        }
        return reply.json();
    }

    /** Arms one fault in the host's directory: the next such operation halts the process or throws. */
    public void armFault(String point, String operation, String action) {
        Reply reply = sendTo(
                "/stand-in/faults",
                "POST",
                Map.of("X-Atlassian-Token", "no-check", "Content-Type", "application/json"),
                Optional.of("{\"point\":\"%s\",\"operation\":\"%s\",\"action\":\"%s\"}"
                        .formatted(point, operation, action)));
        if (reply.status() / 100 != 2) {
            throw new IllegalStateException("The fault is not armed: " + reply.status() + " " + reply.text());
        }
    }
}
