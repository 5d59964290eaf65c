package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scimsuite.workbench.replay.Person;

/** Two nodes of one cluster share a database and nothing else. */
class TwoNodesTest {

    @ParameterizedTest
    @EnumSource(Generation.class)
    void createWhenBothNodesCreateTheSameUserAtOnceThenOneWins(Generation generation) throws Exception {
        assumeTrue(
                Database.POSTGRESQL.missing().isEmpty(),
                () -> Database.POSTGRESQL.missing().orElse(""));
        HostSetup setup = HostSetup.usual(Product.JIRA, generation, Database.POSTGRESQL);
        try (HostProcess first = HostProcess.startFirstNode(setup, "nodes_" + generation.word());
                HostProcess second = HostProcess.startNode(setup, "nodes_" + generation.word() + "_2", first)) {
            AdminClient admin = new AdminClient(first.base());
            String connection = admin.createConnection("Cluster", 1, "DEACTIVATE")
                    .path("id")
                    .asText();
            String token = admin.issueToken(connection).path("token").asText();
            List<ScimClient> nodes = List.of(
                    new ScimClient(ScimClient.baseOf(first.base()), "Bearer " + token),
                    new ScimClient(ScimClient.baseOf(second.base()), "Bearer " + token));

            List<Reply> replies =
                    RaceTest.atOnce(16, number -> () -> nodes.get(number % 2).create("both@acceptance.test"));

            assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(admin.people(1).people().stream().map(Person::name))
                    .filteredOn("both@acceptance.test"::equals)
                    .hasSize(1);
            String id =
                    nodes.get(0).find("userName eq \"both@acceptance.test\"").at("/Resources/0/id");
            assertThat(nodes.get(1).get("/Users/" + id).status()).isEqualTo(200);

            nodes.get(0).create("next@acceptance.test");
            Reply page = nodes.get(0).get("/Users?cursor=&count=1");
            Reply next = nodes.get(1).get("/Users?count=1&cursor=" + page.at("/nextCursor"));
            assertThat(next.status())
                    .as("a cursor of the other node: " + next.text())
                    .isEqualTo(200);
            assertThat(next.at("/Resources/0/userName")).isNotBlank().isNotEqualTo(page.at("/Resources/0/userName"));
        }
    }
}
