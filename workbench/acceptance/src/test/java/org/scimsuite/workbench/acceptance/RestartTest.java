package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.replay.Person;

/** A restart keeps connections, tokens, users and what only SCIM knows of them. */
@OnEachHost(generations = {Generation.P8, Generation.P7})
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

    @Test
    void requestWhenTheTokenHasExpiredThen401() throws SQLException {
        JsonNode token = admin.issueToken(host.connectionId());
        String authorization = "Bearer " + token.path("token").asText();
        assertThat(new ScimClient(scim.base(), authorization)
                        .get("/Users?count=0")
                        .status())
                .isEqualTo(200);

        host.process().stop();
        expire(token.path("id").asText());
        host.process().start();
        connect();
        Reply reply = new ScimClient(scim.base(), authorization).get("/Users?count=0");

        assertScimError(reply, 401, "");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(scim.get("/Users?count=0").status()).isEqualTo(200);
    }

    /** Nobody waits for a token's last day: it is moved into the past where it is stored. */
    private void expire(String tokenId) throws SQLException {
        try (Connection database = host.process().openDatabase();
                ResultSet table = database.getMetaData().getTables(null, null, "AO\\_%\\_TOKEN", null)) {
            assertThat(table.next()).isTrue();
            String update =
                    "UPDATE \"" + table.getString("TABLE_NAME") + "\" SET \"EXPIRES_AT\" = ? WHERE \"TOKEN_ID\" = ?";
            try (PreparedStatement statement = database.prepareStatement(update)) {
                statement.setLong(1, Instant.now().minusSeconds(1).toEpochMilli());
                statement.setString(2, tokenId);
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
        }
    }

    /** The location names the port, which differs from start to start. */
    private static JsonNode withoutLocation(Reply reply) {
        JsonNode json = reply.json();
        ((ObjectNode) json.path("meta")).remove("location");
        return json;
    }
}
