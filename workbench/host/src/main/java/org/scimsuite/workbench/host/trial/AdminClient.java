package org.scimsuite.workbench.host.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Calls the plugin's admin API as the admin, over HTTP like everyone. */
final class AdminClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAST_SUCCESS = 299;
    private static final int DAYS = 90;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private final String credentials;

    /** @param host the host's base URL with its context path */
    AdminClient(URI host, String user, String password) {
        this.api = URI.create(host + "/rest/scim-admin/1");
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the connection of this name to the directory; it is made when it is missing. */
    String connection(String name, long directory) throws IOException {
        JsonNode answer = call(request("/connections").GET());
        for (JsonNode connection : answer.isArray() ? answer : answer.path("connections")) {
            if (connection.path("name").asText().equals(name)) {
                return connection.path("id").asText();
            }
        }
        Map<String, Object> wanted =
                Map.of("name", name, "directoryId", directory, "deletePolicy", "DEACTIVATE", "mode", "LIVE");
        return post("/connections", wanted).path("id").asText();
    }

    /** A new token of the connection; this is the only time it can be read. */
    String token(String connection, String label) throws IOException {
        return post("/connections/" + connection + "/tokens", Map.of("label", label, "expiresInDays", DAYS))
                .path("token")
                .asText();
    }

    /** Gives the connection this mapping if it has none yet. What an admin has made of it since stays. */
    void mapping(String connection, String bundle) throws IOException {
        String path = "/connections/" + connection + "/mapping";
        if (call(request(path).GET()).path("version").asLong() > 0) {
            return;
        }
        call(request(path + "?version=0&comment=mvn%20-Ptry")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(bundle)));
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException {
        return call(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", credentials)
                .header("X-Atlassian-Token", "no-check")
                .header("Accept", "application/json");
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() > LAST_SUCCESS) {
                throw new IOException("The admin API answers " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while calling the admin API", e);
        }
    }
}
