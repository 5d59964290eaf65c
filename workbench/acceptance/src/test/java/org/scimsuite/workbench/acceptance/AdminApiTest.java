package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The admin API: who may call it, and the life of connections and tokens. */
@OnEachHost(generations = {Generation.P8, Generation.P7})
class AdminApiTest extends AcceptanceCase {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    void callWhenNotAnAdminThenRefused() {
        Reply anonymous = admin.send("GET", "/connections", Map.of("Authorization", ""), Optional.empty());
        Reply wrongPassword = admin.send(
                "GET", "/connections", Map.of("Authorization", AdminClient.basic("admin", "guess")), Optional.empty());
        Reply scimToken =
                admin.send("GET", "/connections", Map.of("Authorization", "Bearer " + host.token()), Optional.empty());

        assertThat(anonymous.status()).isIn(401, 403);
        assertThat(wrongPassword.status()).isIn(401, 403);
        assertThat(scimToken.status()).isIn(401, 403);
        assertThat(anonymous.text()).doesNotContain("Acceptance");
    }

    @Test
    void changeWhenTheXsrfHeaderIsMissingThenRefused() {
        String body = AdminClient.connection("Forged " + someone(), 1, "DEACTIVATE", "LIVE");

        Reply reply = admin.send("POST", "/connections", JSON, Optional.of(body));

        assertThat(reply.status()).as(reply.text()).isEqualTo(403);
        assertThat(admin.get("/connections").text()).doesNotContain("Forged");
    }

    @Test
    void changeWhenAnotherOriginAsksThenRefused() {
        String body = AdminClient.connection("Foreign " + someone(), 1, "DEACTIVATE", "LIVE");

        Reply reply = admin.send(
                "POST",
                "/connections",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Atlassian-Token",
                        "no-check",
                        "Origin",
                        "https://evil.test"),
                Optional.of(body));

        assertThat(reply.status()).as(reply.text()).isEqualTo(403);
        assertThat(admin.get("/connections").text()).doesNotContain("Foreign");
    }

    @Test
    void connectionWhenTheDirectoryIsReadOnlyThenRefusedAtSetUp() {
        Reply reply = admin.change(
                "POST", "/connections", AdminClient.connection("Read-only " + someone(), 2, "DEACTIVATE", "LIVE"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.at("/errors/0/field")).isEqualTo("directoryId");
        assertThat(reply.at("/errors/0/message")).containsIgnoringCase("read-only");
        assertGivesNothingAway(reply.text());
    }

    @Test
    void connectionWhenItsInputIsBadThenTheFieldIsNamed() {
        Reply blank = admin.change("POST", "/connections", AdminClient.connection(" ", 1, "DEACTIVATE", "LIVE"));
        Reply nowhere = admin.change("POST", "/connections", AdminClient.connection("N", 4711, "DEACTIVATE", "LIVE"));
        Reply policy = admin.change("POST", "/connections", AdminClient.connection("N", 1, "EXPLODE", "LIVE"));
        Reply dialect = admin.change(
                "POST",
                "/connections",
                "{\"name\":\"N\",\"directoryId\":1,\"dialect\":\"LOOSE\",\"switchedOff\":[\"TYPOS\"],\"unknownAttributes\":\"EAT\"}");
        Reply malformed = admin.change("POST", "/connections", "{oops");

        assertThat(blank.status()).as(blank.text()).isEqualTo(400);
        assertThat(blank.at("/errors/0/field")).isEqualTo("name");
        assertThat(nowhere.status()).as(nowhere.text()).isEqualTo(400);
        assertThat(nowhere.at("/errors/0/field")).isEqualTo("directoryId");
        assertThat(policy.status()).as(policy.text()).isEqualTo(400);
        assertThat(policy.at("/errors/0/field")).isEqualTo("deletePolicy");
        assertThat(dialect.status()).as(dialect.text()).isEqualTo(400);
        assertThat(dialect.json().findValuesAsText("field"))
                .containsExactly("dialect", "switchedOff", "unknownAttributes");
        assertThat(malformed.status()).as(malformed.text()).isEqualTo(400);
        assertGivesNothingAway(malformed.text());
    }

    @Test
    void connectionWhenChangedWithAStaleVersionThenConflict() {
        ObjectNode connection = ((ObjectNode) admin.createConnection(someone(), 1, "DEACTIVATE")).deepCopy();
        String path = "/connections/" + connection.path("id").asText();

        Reply first = admin.change(
                "PUT", path, connection.put("deletePolicy", "REMOVE").toString());
        Reply stale = admin.change(
                "PUT", path, connection.put("deletePolicy", "DEACTIVATE").toString());

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(stale.status()).as(stale.text()).isEqualTo(409);
        assertThat(admin.get(path).at("/deletePolicy")).isEqualTo("REMOVE");
    }

    @Test
    void connectionWhenStrictThenWhatTheRfcForbidsIsRefusedUntilItIsCompatibleAgain() {
        ObjectNode connection = ((ObjectNode) admin.createConnection(someone(), 1, "DEACTIVATE")).deepCopy();
        String path = "/connections/" + connection.path("id").asText();
        ScimClient client = admin.scim(connection.path("id").asText());
        String unquoted = "/Users?filter=userName+eq+" + someone();

        connection.putArray("switchedOff").add("DOTTED_KEY");
        Reply strict =
                admin.change("PUT", path, connection.put("dialect", "STRICT").toString());
        assertThat(strict.status()).as(strict.text()).isEqualTo(200);
        assertThat(admin.get(path).json()).isEqualTo(strict.json());
        assertThat(strict.at("/switchedOff/0")).isEqualTo("DOTTED_KEY");
        Reply refused = Polling.until(() -> client.get(unquoted), reply -> reply.status() != 200);

        assertScimError(refused, 400, "invalidFilter");

        admin.change(
                "PUT",
                path,
                ((ObjectNode) strict.json()).put("dialect", "COMPATIBLE").toString());
        assertThat(Polling.until(() -> client.get(unquoted), reply -> reply.status() == 200)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void connectionWhenPausedThen503UntilItIsLiveAgain() {
        ObjectNode connection = ((ObjectNode) admin.createConnection(someone(), 1, "DEACTIVATE")).deepCopy();
        String path = "/connections/" + connection.path("id").asText();
        ScimClient client = admin.scim(connection.path("id").asText());
        String name = someone();

        Reply paused =
                admin.change("PUT", path, connection.put("mode", "PAUSED").toString());
        assertThat(paused.status()).as(paused.text()).isEqualTo(200);
        Reply refused = Polling.until(() -> client.create(name), reply -> reply.status() == 503);

        assertScimError(refused, 503, "");
        assertThat(refused.header("Retry-After")).matches("\\d+");
        assertThat(admin.person(name)).isEmpty();

        admin.change(
                "PUT", path, ((ObjectNode) paused.json()).put("mode", "LIVE").toString());
        Reply live = Polling.until(() -> client.create(name), reply -> reply.status() != 503);

        assertThat(live.status()).as(live.text()).isEqualTo(201);
    }

    @Test
    void connectionWhenDeletedThenItsTokensStopAndThePeopleStay() {
        JsonNode connection = admin.createConnection(someone(), 1, "DEACTIVATE");
        String path = "/connections/" + connection.path("id").asText();
        ScimClient client = admin.scim(connection.path("id").asText());
        String name = someone();
        client.create(name);

        Reply deleted = admin.change("DELETE", path, "");

        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        Polling.until(() -> client.get("/Users?count=0"), reply -> reply.status() == 401);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void tokenWhenIssuedThenItIsShownOnceAndWorksUntilRevoked() {
        JsonNode connection = admin.createConnection(someone(), 1, "DEACTIVATE");
        String tokens = "/connections/" + connection.path("id").asText() + "/tokens";

        JsonNode issued = admin.issueToken(connection.path("id").asText());
        String token = issued.path("token").asText();
        ScimClient client = new ScimClient(scim.base(), "Bearer " + token);

        assertThat(token).matches("scim_[A-Za-z0-9_-]{43}");
        assertThat(issued.path("expiresAt").asText()).isNotBlank();
        assertThat(client.get("/Users?count=0").status()).isEqualTo(200);
        assertThat(admin.get(tokens).text())
                .contains(issued.path("id").asText())
                .doesNotContain(token)
                .doesNotContain(token.substring(10));

        Reply revoked = admin.change("DELETE", tokens + "/" + issued.path("id").asText(), "");

        assertThat(revoked.status()).as(revoked.text()).isEqualTo(204);
        Reply after = Polling.until(() -> client.get("/Users?count=0"), reply -> reply.status() == 401);
        assertThat(after.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void deleteWhenThePolicyIsRemoveThenThePersonIsRemoved() {
        ScimClient client = admin.scim(
                admin.createConnection(someone(), 1, "REMOVE").path("id").asText());
        String name = someone();
        String id = client.create(name).at("/id");

        assertThat(client.delete("/Users/" + id).status()).isEqualTo(204);

        assertThat(admin.person(name)).isEmpty();
        assertThat(client.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(client.create(name).status()).isEqualTo(201);
    }

    @Test
    void directoriesWhenListedThenEachSaysWhatItAllows() {
        Reply reply = admin.get("/directories");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.at("/0/name")).endsWith(" Internal Directory");
        assertThat(reply.at("/0/usable")).isEqualTo("true");
        assertThat(reply.at("/1/usable")).isEqualTo("false");
        assertThat(reply.at("/1/obstacle")).contains("read-only");
    }

    @Test
    void statusWhenTheHostIsAsThePluginNeedsItThenTheSelfCheckIsGreen() {
        Reply reply = admin.get("/status");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().at("/selfCheck/ok").asBoolean())
                .as(reply.text())
                .isTrue();
        assertThat(reply.json().at("/selfCheck/checked").asInt()).isGreaterThan(20);
        assertThat(reply.json().at("/selfCheck/problems")).isEmpty();
        assertThat(reply.at("/generation")).isEqualTo(setup.generation().word());
        assertThat(reply.at("/scimBaseUrl")).endsWith("/plugins/servlet/scim/v2");
    }

    @Test
    void journalWhenAUserWasChangedThenItTellsWhatCameInAndWhatWasDone() {
        String name = someone();
        String id = created(name);
        scim.patch("/Users/" + id, "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}");

        Reply journal = admin.journalOf(id);

        assertThat(Journal.entries(journal)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(entry.path("plan")).isNotEmpty();
        });
        assertThat(Journal.entries(journal).get(0).path("method").asText()).isEqualTo("PATCH");
        assertThat(Journal.entries(journal).get(0).path("notes")).isNotEmpty();
        assertThat(journal.text()).doesNotContain(host.token());
    }
}
