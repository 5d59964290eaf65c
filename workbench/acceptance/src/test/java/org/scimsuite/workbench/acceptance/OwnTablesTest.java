package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.workbench.replay.Person;

/** The plugin that brings the engine of its tables: each jar, on each database, by each way there. */
class OwnTablesTest {

    static Stream<HostSetup> everyWay() {
        return Arrays.stream(Database.values()).flatMap(OwnTablesTest::everyWayTo);
    }

    static Stream<HostSetup> everyWayOfACluster() {
        return everyWayTo(Database.POSTGRESQL);
    }

    private static Stream<HostSetup> everyWayTo(Database database) {
        return Arrays.stream(Generation.values())
                .map(generation -> HostSetup.usual(Product.CROWD, generation, database))
                .flatMap(setup -> Arrays.stream(PluginDatabase.values()).map(setup::with));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void restartWhenKilledThenWhatWasWrittenIsInTheProductsDatabase(HostSetup setup) throws SQLException {
        assumeAvailable(setup);
        try (HostProcess host = HostProcess.start(setup, name(setup, "own"))) {
            String authorization = connected(host);
            String id = scim(host, authorization).create("ana@acceptance.test").at("/id");

            host.kill();
            assertThat(tables(host)).isNotEmpty().allMatch(table -> table.startsWith("AO_ACAAEA_"));
            host.start();

            Reply reply = scim(host, authorization).get("/Users/" + id);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.at("/userName")).isEqualTo("ana@acceptance.test");
            assertThat(host.stop()).isIn(0, 143);
        }
    }

    @ParameterizedTest
    @MethodSource("everyWayOfACluster")
    void startWhenTwoNodesStartAtOnceThenTheyShareTheTablesOfOne(HostSetup setup) throws Exception {
        assumeAvailable(setup);
        String name = name(setup, "own2");
        List<String> options = new ArrayList<>(setup.database().create("scim_" + name));
        options.add("--nodes=several");
        CompletableFuture<HostProcess> starting =
                CompletableFuture.supplyAsync(() -> HostProcess.start(setup, name + "_b", Jvm.SHORT_LIVED, options));
        try (HostProcess first = HostProcess.start(setup, name, Jvm.SHORT_LIVED, options);
                HostProcess second = starting.join()) {
            String authorization = connected(first);
            ScimClient ofFirst = scim(first, authorization);
            ScimClient ofSecond = scim(second, authorization);

            List<Reply> replies = RaceTest.atOnce(
                    8, number -> () -> (number % 2 == 0 ? ofFirst : ofSecond).create("both@acceptance.test"));

            assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(new AdminClient(second.base())
                            .people(1).people().stream().map(Person::name))
                    .filteredOn("both@acceptance.test"::equals)
                    .hasSize(1);
            assertThat(tables(first)).isNotEmpty().doesNotHaveDuplicates().isEqualTo(tables(second));
            for (HostProcess node : List.of(first, second)) {
                assertThat(node.output()).noneMatch(line -> line.contains("SQLException"));
            }
        }
    }

    private static ScimClient scim(HostProcess host, String authorization) {
        return new ScimClient(ScimClient.baseOf(host.base()), authorization);
    }

    /** Makes a connection and returns the authorization for it. */
    private static String connected(HostProcess host) {
        AdminClient admin = new AdminClient(host.base());
        String connection =
                admin.createConnection("Acceptance", 1, "DEACTIVATE").path("id").asText();
        return "Bearer " + admin.issueToken(connection).path("token").asText();
    }

    private static List<String> tables(HostProcess host) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection database = host.openDatabase();
                ResultSet found = database.getMetaData().getTables(null, null, "AO%", null)) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String name(HostSetup setup, String purpose) {
        return purpose + "_" + setup.generation().word() + "_" + setup.database() + "_"
                + setup.pluginDatabase().name().toLowerCase(Locale.ROOT);
    }

    private static void assumeAvailable(HostSetup setup) {
        assumeTrue(
                setup.database().missing().isEmpty(),
                () -> setup.database().missing().orElse(""));
    }
}
