package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one PostgreSQL, sixteen threads each, edit the members of the same two groups at the same time, several members
 * with each request: what is there in the end is what was asked for, to the last member. Both groups give the same local group; in
 * it is whoever is a member of one of them.
 */
class MemberEditsOnTwoNodesTest {

    private static final int THREADS_PER_NODE = 16;
    private static final int PEOPLE_PER_THREAD = 10;

    /** In each request: Entra ID sends up to a hundred. */
    private static final int EDITS_PER_REQUEST = PEOPLE_PER_THREAD;

    private static final String LOCAL_GROUP = "Both nodes";

    private static final int EDITS = Integer.getInteger("acceptance.member-edits", 10_000);

    @Test
    void editsWhenTwoNodesChangeGroupsOfOneLocalGroupThenNoneIsLost() throws Exception {
        assumeTrue(
                Database.POSTGRESQL.missing().isEmpty(),
                () -> Database.POSTGRESQL.missing().orElse(""));
        HostSetup setup = HostSetup.usual(Product.JIRA, Generation.P8, Database.POSTGRESQL);
        try (HostProcess first = HostProcess.startFirstNode(setup, "edits");
                HostProcess second = HostProcess.startNode(setup, "edits_2", first)) {
            AdminClient admin = new AdminClient(first.base());
            String connection =
                    admin.createFastConnection("Cluster", 1).path("id").asText();
            String token = admin.issueToken(connection).path("token").asText();
            List<ScimClient> nodes = List.of(
                    new ScimClient(ScimClient.baseOf(first.base()), "Bearer " + token),
                    new ScimClient(ScimClient.baseOf(second.base()), "Bearer " + token));
            MappingClient mapping = admin.mapping(connection);
            mapping.save(
                    0,
                    Bundle.empty()
                            .table(List.of("Everybody at once", "Everybody twice"), LOCAL_GROUP)
                            .json()
                            .toString());
            List<String> names = IntStream.range(0, 2 * THREADS_PER_NODE * PEOPLE_PER_THREAD)
                    .mapToObj(number -> "editor" + number)
                    .toList();
            List<String> people = nodes.get(0).createAll(names);
            List<String> groups =
                    List.of(group(nodes.get(0), "Everybody at once"), group(nodes.get(0), "Everybody twice"));

            List<Editor> editors = IntStream.range(0, 2 * THREADS_PER_NODE)
                    .mapToObj(number -> new Editor(
                            nodes.get(number % 2),
                            groups,
                            people.subList(number * PEOPLE_PER_THREAD, (number + 1) * PEOPLE_PER_THREAD),
                            new Random(number)))
                    .toList();
            RaceTest.atOnce(editors.size(), editors::get);

            for (String group : groups) {
                Set<String> expected = editors.stream()
                        .flatMap(editor -> editor.members.get(group).stream())
                        .collect(Collectors.toSet());
                for (ScimClient node : nodes) {
                    assertThat(members(node.get(group))).containsExactlyInAnyOrderElementsOf(expected);
                }
            }
            assertThat(editors.stream().mapToInt(editor -> editor.edits).sum()).isGreaterThanOrEqualTo(EDITS);
            Polling.until(mapping::tasks, tasks -> tasks.json().isEmpty());
            List<String> inEither = IntStream.range(0, people.size())
                    .filter(number -> editors.stream().anyMatch(editor -> editor.isMember(people.get(number))))
                    .mapToObj(names::get)
                    .toList();
            assertThat(admin.localGroups(1).members(LOCAL_GROUP)).containsExactlyInAnyOrderElementsOf(inEither);
        }
    }

    private static String group(ScimClient scim, String name) {
        Reply reply = scim.post(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name + "\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return "/Groups/" + reply.at("/id");
    }

    private static List<String> members(Reply group) {
        List<String> ids = new ArrayList<>();
        group.json()
                .path("members")
                .forEach(member -> ids.add(member.path("value").asText()));
        return ids;
    }

    /** Turns the memberships of its own people over and over, and knows who is a member after each answer. */
    private static final class Editor implements Callable<Reply> {

        private final ScimClient scim;
        private final List<String> groups;
        private final List<String> people;
        private final Random random;
        private final Map<String, Set<String>> members = new HashMap<>();
        private int edits;

        Editor(ScimClient scim, List<String> groups, List<String> people, Random random) {
            this.scim = scim;
            this.groups = groups;
            this.people = people;
            this.random = random;
            groups.forEach(group -> members.put(group, new TreeSet<>()));
        }

        boolean isMember(String person) {
            return members.values().stream().anyMatch(of -> of.contains(person));
        }

        @Override
        public Reply call() {
            int share = EDITS / (2 * THREADS_PER_NODE) + 1;
            Reply last = scim.get(groups.get(0) + "?excludedAttributes=members");
            while (edits < share) {
                String group = groups.get(random.nextInt(groups.size()));
                String operations = IntStream.range(0, EDITS_PER_REQUEST)
                        .mapToObj(ignored -> edit(group, people.get(random.nextInt(people.size()))))
                        .collect(Collectors.joining(","));
                last = scim.patch(group, operations);
                assertThat(last.status()).as(last.text()).isEqualTo(204);
                edits += EDITS_PER_REQUEST;
            }
            return last;
        }

        private String edit(String group, String person) {
            if (members.get(group).remove(person)) {
                return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(person);
            }
            members.get(group).add(person);
            return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(person);
        }
    }
}
