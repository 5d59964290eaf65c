package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.workbench.replay.EndState;
import org.scimsuite.workbench.replay.Exchange;
import org.scimsuite.workbench.replay.Mappings;
import org.scimsuite.workbench.replay.ReplayResult;
import org.scimsuite.workbench.replay.Replayer;

/** One provider, one mapping, four products: after the same day they hold the same people and groups, and a bundle does the same in each. */
class SameInEveryProductTest {

    private static final List<String> PLANNED = List.of(
            "total", "peopleConcerned", "joins", "leaves", "createdGroups", "obstacles", "groups", "userChanges");

    /** What one product made of the day, and what another mapping would do to it then. */
    private record Outcome(Product product, ReplayResult day, String told, EndState end, List<String> plan) {}

    @ParameterizedTest
    @ValueSource(strings = {"okta", "entra"})
    void dayWhenPlayedInEachProductThenTheyAgreeAndSoDoTheirPlans(String provider) {
        List<Outcome> outcomes = Arrays.stream(Product.values())
                .parallel()
                .map(product -> outcome(product, provider))
                .toList();

        Outcome first = outcomes.get(0);
        assertThat(first.end().people()).hasSizeGreaterThan(3);
        assertThat(first.end().groups()).hasSizeGreaterThan(1);
        assertThat(first.plan()).hasSizeGreaterThan(PLANNED.size()).doesNotContain("joins 0");
        for (Outcome outcome : outcomes) {
            assertThat(outcome.day().failures())
                    .as(outcome.product() + outcome.told())
                    .isEmpty();
            assertThat(first.end().differencesTo(outcome.end()))
                    .as(outcome.product().word())
                    .isEmpty();
            assertThat(outcome.plan()).as(outcome.product().word()).isEqualTo(first.plan());
        }
    }

    private static Outcome outcome(Product product, String provider) {
        HostSetup setup = HostSetup.usual(product, Generation.P8, Database.H2);
        try (HostProcess host = HostProcess.start(setup, "same_" + provider + "_" + product.word())) {
            AdminClient admin = new AdminClient(host.base());
            String connection =
                    admin.createConnection(provider, 1, "DEACTIVATE").path("id").asText();
            MappingClient mapping = admin.mapping(connection);
            mapping.save(0, Mappings.bundle("dev-users"));
            String token = admin.issueToken(connection).path("token").asText();
            EndState before = EndState.of(admin.people(1));
            ByteArrayOutputStream told = new ByteArrayOutputStream();

            ReplayResult day = new Replayer(
                            ScimClient.baseOf(host.base()),
                            token,
                            admin.people(1),
                            new PrintStream(told, true, StandardCharsets.UTF_8))
                    .play(Exchange.load(provider, "day-at-acme"));
            Polling.until(mapping::tasks, tasks -> tasks.json().isEmpty());
            EndState end = EndState.of(admin.people(1)).since(before);
            mapping.startPreview(
                    Bundle.empty().people("userName pr", "Everybody").json().toString());
            Reply preview = Polling.until(
                    mapping::preview, answer -> answer.at("/state").equals("COMPLETE"));
            return new Outcome(product, day, told.toString(StandardCharsets.UTF_8), end, plan(preview.json()));
        }
    }

    /** What would be done, without what each product makes up for itself: ids of people, the time of day. */
    private static List<String> plan(JsonNode preview) {
        List<String> plan = new ArrayList<>();
        PLANNED.forEach(name -> plan.add(name + " " + preview.path(name)));
        preview.path("lines")
                .forEach(line -> plan.add(
                        ((ObjectNode) line.deepCopy()).without("userId").toString()));
        return plan.stream().sorted().toList();
    }
}
