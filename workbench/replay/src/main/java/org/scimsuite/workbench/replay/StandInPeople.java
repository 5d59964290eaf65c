package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the directory of the stand-in host through the host's own window, as its admin. */
public final class StandInPeople implements PeopleSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI host;
    private final long directoryId;
    private final String credentials;

    /** @param host the host's base URL with its context path, for instance {@code http://localhost:2990/jira} */
    public StandInPeople(URI host, long directoryId, String adminUser, String adminPassword) {
        this.host = host;
        this.directoryId = directoryId;
        this.credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString((adminUser + ":" + adminPassword).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Person> people() {
        Map<String, List<String>> groupsOf = new HashMap<>();
        groups().forEach((group, users) -> users.forEach(user ->
                groupsOf.computeIfAbsent(user, name -> new ArrayList<>()).add(group)));
        return read("people", new TypeReference<List<Person>>() {}).stream()
                .map(person -> person.in(groupsOf.getOrDefault(person.name(), List.of())))
                .toList();
    }

    /** Returns the names of the users that are direct members of each local group, groups without any included. */
    public Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        read("groups", new TypeReference<List<LocalGroup>>() {})
                .forEach(group -> groups.put(group.name(), group.users()));
        return groups;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record LocalGroup(String name, List<String> users) {}

    private <T> T read(String what, TypeReference<T> type) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(host + "/stand-in/" + what + "?directory=" + directoryId))
                .header("Authorization", credentials)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "The host answers " + response.statusCode() + " when asked for its " + what + ".");
            }
            return JSON.readValue(response.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The host does not show its " + what + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the host for its " + what + ".", e);
        }
    }
}
