package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.replay.Person;

/** A restart keeps connections, tokens, users and what only SCIM knows of them. */
@OnEachHost
class RestartTest extends AcceptanceCase {

    @Override
    String purpose() {
        return "crash";
    }

    @Test
    void restartWhenStoppedOrKilledThenEverythingIsStillThere() {
        String name = someone();
        String id = scim.post(
                        "/Users",
                        ScimClient.user(name).replace("\"active\":true", "\"active\":true,\"nickName\":\"Kept\""))
                .at("/id");
        JsonNode before = withoutLocation(scim.get("/Users/" + id));
        List<Person> people = admin.people(1).people();

        int exit = host.process().stop();
        host.process().start();
        connect();

        assertThat(exit).isIn(0, 143);
        assertThat(before.at("/nickName").asText()).isEqualTo("Kept");
        assertThat(withoutLocation(scim.get("/Users/" + id))).isEqualTo(before);
        assertThat(admin.people(1).people()).containsExactlyInAnyOrderElementsOf(people);
        assertThat(admin.get("/connections/" + host.connectionId()).at("/name")).isEqualTo("Acceptance");

        host.process().kill();
        host.process().start();
        connect();

        assertThat(withoutLocation(scim.get("/Users/" + id))).isEqualTo(before);
    }

    /** The location names the port, which differs from start to start. */
    private static JsonNode withoutLocation(Reply reply) {
        JsonNode json = reply.json();
        ((ObjectNode) json.path("meta")).remove("location");
        return json;
    }
}
