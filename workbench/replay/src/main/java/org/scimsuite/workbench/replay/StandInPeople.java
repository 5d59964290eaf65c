package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Reads the directory of the stand-in host through the host's own window, as its admin. */
public final class StandInPeople implements PeopleSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;

    /** @param host the host's base URL with its context path, for instance {@code http://localhost:2990/jira} */
    public StandInPeople(URI host, long directoryId, String adminUser, String adminPassword) {
        String credentials = adminUser + ":" + adminPassword;
        this.request = HttpRequest.newBuilder(URI.create(host + "/stand-in/people?directory=" + directoryId))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public List<Person> people() {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "The host answers " + response.statusCode() + " when asked for its people.");
            }
            return JSON.readValue(response.body(), new TypeReference<List<Person>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The host does not show its people.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the host for its people.", e);
        }
    }
}
