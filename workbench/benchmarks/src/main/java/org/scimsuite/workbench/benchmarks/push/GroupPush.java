package org.scimsuite.workbench.benchmarks.push;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scimsuite.workbench.acceptance.AdminClient;
import org.scimsuite.workbench.acceptance.Bundle;
import org.scimsuite.workbench.acceptance.HostProcess;
import org.scimsuite.workbench.acceptance.LocalGroups;
import org.scimsuite.workbench.acceptance.MappingClient;
import org.scimsuite.workbench.acceptance.ScimClient;
import org.scimsuite.workbench.benchmarks.http.KeepAliveConnection;
import org.scimsuite.workbench.benchmarks.http.KeepAliveConnection.Answer;
import org.scimsuite.workbench.benchmarks.http.Memory;

/** Our side: groups that nobody has seen before, pushed one after another, each made on the fly in the directory. */
final class GroupPush {

    private static final int PEOPLE_PER_REQUEST = 500;
    private static final int REPORTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PushSettings settings;
    private final HostProcess host;
    private final MappingClient mapping;
    private final LocalGroups local;
    private final ScimClient scim;
    private final String token;
    private final List<String> ids = new ArrayList<>();
    private int requests;

    GroupPush(PushSettings settings, HostProcess host) {
        this.settings = settings;
        this.host = host;
        AdminClient admin = new AdminClient(host.base());
        String connection = admin.createFastConnection("Push", 1).path("id").asText();
        this.mapping = admin.mapping(connection);
        this.local = admin.localGroups(1);
        this.token = admin.issueToken(connection).path("token").asText();
        this.scim = new ScimClient(ScimClient.baseOf(host.base()), "Bearer " + token);
        mapping.save(0, Bundle.empty().onTheFly().json().toString());
        awaitAligned();
    }

    /** Creates the people, which is not measured. */
    void createPeople() {
        for (int from = 0; from < settings.people(); from += PEOPLE_PER_REQUEST) {
            int to = Math.min(from + PEOPLE_PER_REQUEST, settings.people());
            ids.addAll(scim.createAll(
                    IntStream.range(from, to).mapToObj(GroupPush::person).toList()));
        }
        awaitAligned();
    }

    private static String person(int number) {
        return "person" + number;
    }

    private static String group(int number) {
        return "Pushed " + number;
    }

    /** How it went, from the first request until the last person is in the last local group. */
    record Pushed(int requests, Duration time) {}

    Pushed push() throws IOException {
        long begun = System.nanoTime();
        try (KeepAliveConnection connection =
                new KeepAliveConnection(ScimClient.baseOf(host.base()), Optional.of("Bearer " + token))) {
            for (int group = 0; group < settings.groups(); group++) {
                push(connection, group);
                if ((group + 1) % Math.max(1, settings.groups() / REPORTS) == 0) {
                    progress(group + 1, System.nanoTime() - begun);
                }
            }
        }
        awaitAligned();
        return new Pushed(requests, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void push(KeepAliveConnection connection, int group) throws IOException {
        String created = expect(
                201,
                connection.send(
                        "POST",
                        "/Groups",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"externalId\":\"g" + group
                                + "\",\"displayName\":\"" + group(group) + "\"}"));
        String id = created.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        for (int from = 0; from < settings.membersPerGroup(); from += PushSettings.MEMBERS_PER_REQUEST) {
            int to = Math.min(from + PushSettings.MEMBERS_PER_REQUEST, settings.membersPerGroup());
            String members = IntStream.range(from, to)
                    .mapToObj(member -> "{\"value\":\"" + ids.get(settings.person(group, member)) + "\"}")
                    .collect(Collectors.joining(","));
            expect(
                    204,
                    connection.send(
                            "PATCH",
                            "/Groups/" + id,
                            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"Add\","
                                    + "\"path\":\"members\",\"value\":[" + members + "]}]}"));
        }
    }

    private String expect(int status, Answer answer) {
        requests++;
        if (answer.status() != status) {
            throw new IllegalStateException("Answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private void progress(int groups, long nanos) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "  %,8d groups, %,10d memberships, %,8.0f memberships/s, the host holds %s%n",
                groups,
                (long) groups * settings.membersPerGroup(),
                (double) groups * settings.membersPerGroup() / (nanos / 1e9),
                Memory.of(host.pid()));
    }

    private void awaitAligned() {
        while (!mapping.tasks().json().isEmpty()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** @throws IllegalStateException unless the local groups are what was pushed, to the last member */
    void verify() {
        var groups = local.all();
        for (int group = 0; group < settings.groups(); group++) {
            int number = group;
            List<String> expected = IntStream.range(0, settings.membersPerGroup())
                    .mapToObj(member -> person(settings.person(number, member)))
                    .sorted()
                    .toList();
            List<String> actual = groups.getOrDefault(group(group), List.of()).stream()
                    .sorted()
                    .toList();
            if (!actual.equals(expected)) {
                throw new IllegalStateException(group(group) + " has " + actual.size() + " members and not exactly the "
                        + expected.size() + " that were pushed");
            }
        }
    }
}
