package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.workbench.replay.Exchange;
import org.scimsuite.workbench.replay.Mappings;
import org.scimsuite.workbench.replay.ReplayResult;
import org.scimsuite.workbench.replay.Replayer;

/** The recorded exchanges of the identity providers, each on each host. */
@OnEachHost
class ReplayTest extends AcceptanceCase {

    static List<String> exchanges() {
        return Exchange.all().stream().map(Exchange::name).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void playWhenRecordedThenEveryAnswerAndEveryPersonIsAsExpected(String name) {
        Exchange exchange = Exchange.load(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1));
        String token = host.token();
        if (!exchange.mapping().isEmpty()) {
            String connection = admin.createConnection("Replay of " + name, 1, "DEACTIVATE")
                    .path("id")
                    .asText();
            admin.mapping(connection).save(0, Mappings.bundle(exchange.mapping()));
            token = admin.issueToken(connection).path("token").asText();
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        ReplayResult result = new Replayer(
                        scim.base(), token, admin.people(1), new PrintStream(told, true, StandardCharsets.UTF_8))
                .play(exchange);

        assertThat(result.failures()).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(result.requests()).isEqualTo(exchange.steps().size());
    }
}
