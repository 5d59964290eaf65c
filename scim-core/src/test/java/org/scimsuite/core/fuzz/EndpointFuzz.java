package org.scimsuite.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.scimsuite.core.fuzz.Engine.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/**
 * A whole conversation with the endpoint. The input is text: requests between lines of {@code ===}, each with a line
 * {@code METHOD /target?query}, lines {@code Header: value}, an empty line and the body; {@code {id}} is the id of what was
 * created last.
 */
public final class EndpointFuzz {

    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final int MAX_REQUESTS = 12;

    private EndpointFuzz() {}

    /** The name is what the fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] text) {
        TestServer scim = new TestServer();
        String id = "none";
        for (String each : new String(text, UTF_8).split("\n===\n", MAX_REQUESTS)) {
            Optional<ScimRequest> request = request(each.replace("{id}", id));
            if (request.isPresent()) {
                Reply reply = exchange(scim, request.get());
                id = reply.status() == 201 ? reply.text("/id") : id;
            }
        }
    }

    /** Empty when no server would see such a request: the target cannot be decoded, or there is none. */
    private static Optional<ScimRequest> request(String text) {
        String[] headAndBody = text.split("\n\n", 2);
        String[] lines = headAndBody[0].split("\n", -1);
        String[] start = lines[0].split(" ", 2);
        if (start.length < 2 || !start[1].startsWith("/")) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            String[] header = line.split(": ", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header.length == 2 ? header[1] : "");
        }
        byte[] body = headAndBody.length == 2 ? headAndBody[1].getBytes(UTF_8) : new byte[0];
        try {
            return Optional.of(TestServer.request(start[0], start[1], body, headers));
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    private static Reply exchange(TestServer scim, ScimRequest request) {
        List<String> before = scim.directory.writes();
        Reply reply = scim.send(request);
        int status = reply.status();
        require(status >= 200 && (status < 500 || status == 501), "No request may make the server fail", reply);
        require(status < 400 || scim.directory.writes().equals(before), "A refused request must change nothing", reply);
        if (request.method().equals("HEAD")) {
            require(reply.body().isEmpty(), "An answer to HEAD has no body", reply);
        } else if (status >= 400) {
            requireError(status, reply.json(), reply);
        } else if (status == 204 || status == 304) {
            require(reply.body().isEmpty(), "This status has no body", reply);
        } else {
            requireResult(reply);
        }
        return reply;
    }

    private static void requireResult(Reply reply) {
        JsonNode json = reply.json();
        require(json.isObject() && json.path("schemas").size() > 0, "An answer is a SCIM message", reply);
        require(reply.status() != 201 || !reply.header("Location").isEmpty(), "What was created has a location", reply);
        for (JsonNode operation : json.path("Operations")) {
            int status = operation.path("status").asInt();
            require(status >= 200 && (status < 500 || status == 501), "No operation may make the server fail", reply);
            if (status >= 400) {
                requireError(status, operation.path("response"), reply);
            }
        }
    }

    private static void requireError(int status, JsonNode error, Reply reply) {
        require(
                error.path("schemas").path(0).asText().equals(ERROR)
                        && error.path("status").asText().equals(Integer.toString(status))
                        && !error.path("detail").asText().isBlank(),
                "A refusal is a SCIM error",
                reply);
    }
}
