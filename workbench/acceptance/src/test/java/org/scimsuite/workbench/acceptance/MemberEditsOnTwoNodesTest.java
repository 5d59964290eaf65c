package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one PostgreSQL, sixteen threads each, edit the members of the same group at the same time, several members
 * with each request: what is there in the end is what was asked for, to the last member.
 */
class MemberEditsOnTwoNodesTest {

    private static final int THREADS_PER_NODE = 16;
    private static final int PEOPLE_PER_THREAD = 10;

    /** In each request: Entra ID sends up to a hundred. */
    private static final int EDITS_PER_REQUEST = PEOPLE_PER_THREAD;

    private static final int EDITS = Integer.getInteger("acceptance.member-edits", 10_000);

    @Test
    void editsWhenTwoNodesChangeOneGroupThenNoneIsLost() throws Exception {
        assumeTrue(
                Database.POSTGRESQL.missing().isEmpty(),
                () -> Database.POSTGRESQL.missing().orElse(""));
        HostSetup setup = HostSetup.usual(Generation.P8, Database.POSTGRESQL);
        try (HostProcess first = HostProcess.startFirstNode(setup, "edits");
                HostProcess second = HostProcess.startNode(setup, "edits_2", first)) {
            AdminClient admin = new AdminClient(first.base());
            String connection =
                    admin.createFastConnection("Cluster", 1).path("id").asText();
            String token = admin.issueToken(connection).path("token").asText();
            List<ScimClient> nodes = List.of(
                    new ScimClient(ScimClient.baseOf(first.base()), "Bearer " + token),
                    new ScimClient(ScimClient.baseOf(second.base()), "Bearer " + token));
            List<String> people = people(nodes.get(0), 2 * THREADS_PER_NODE * PEOPLE_PER_THREAD);
            String group = "/Groups/"
                    + nodes.get(0)
                            .post(
                                    "/Groups",
                                    "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],"
                                            + "\"displayName\":\"Everybody at once\"}")
                            .at("/id");

            List<Editor> editors = IntStream.range(0, 2 * THREADS_PER_NODE)
                    .mapToObj(number -> new Editor(
                            nodes.get(number % 2),
                            group,
                            people.subList(number * PEOPLE_PER_THREAD, (number + 1) * PEOPLE_PER_THREAD),
                            new Random(number)))
                    .toList();
            RaceTest.atOnce(editors.size(), editors::get);

            Set<String> expected =
                    editors.stream().flatMap(editor -> editor.members.stream()).collect(Collectors.toSet());
            for (ScimClient node : nodes) {
                assertThat(members(node.get(group))).containsExactlyInAnyOrderElementsOf(expected);
            }
            assertThat(editors.stream().mapToInt(editor -> editor.edits).sum()).isGreaterThanOrEqualTo(EDITS);
        }
    }

    private static List<String> people(ScimClient scim, int count) {
        String operations = IntStream.range(0, count)
                .mapToObj(number -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"p%d\",\"data\":%s}"
                        .formatted(number, ScimClient.user("editor" + number)))
                .collect(Collectors.joining(","));
        Reply reply = scim.post(
                "/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[" + operations
                        + "]}");
        List<String> ids = new ArrayList<>();
        for (JsonNode operation : reply.json().path("Operations")) {
            String location = operation.path("location").asText();
            ids.add(location.substring(location.lastIndexOf('/') + 1));
        }
        assertThat(ids).as(reply.text()).hasSize(count).doesNotContain("");
        return ids;
    }

    private static List<String> members(Reply group) {
        List<String> ids = new ArrayList<>();
        group.json()
                .path("members")
                .forEach(member -> ids.add(member.path("value").asText()));
        return ids;
    }

    /** Turns the membership of its own people over and over, and knows who is a member after each answer. */
    private static final class Editor implements Callable<Reply> {

        private final ScimClient scim;
        private final String group;
        private final List<String> people;
        private final Random random;
        private final Set<String> members = new TreeSet<>();
        private int edits;

        Editor(ScimClient scim, String group, List<String> people, Random random) {
            this.scim = scim;
            this.group = group;
            this.people = people;
            this.random = random;
        }

        @Override
        public Reply call() {
            int share = EDITS / (2 * THREADS_PER_NODE) + 1;
            Reply last = scim.get(group + "?excludedAttributes=members");
            while (edits < share) {
                String operations = IntStream.range(0, EDITS_PER_REQUEST)
                        .mapToObj(ignored -> edit(people.get(random.nextInt(people.size()))))
                        .collect(Collectors.joining(","));
                last = scim.patch(group, operations);
                assertThat(last.status()).as(last.text()).isEqualTo(204);
                edits += EDITS_PER_REQUEST;
            }
            return last;
        }

        private String edit(String person) {
            if (members.remove(person)) {
                return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(person);
            }
            members.add(person);
            return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(person);
        }
    }
}
