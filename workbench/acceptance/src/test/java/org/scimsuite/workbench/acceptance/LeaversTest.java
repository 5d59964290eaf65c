package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What lets a leaver in beside the password ends in the product as far as it lets a plugin end it; of the rest the record says that it is there. */
@OnEachHost(
        databases = Database.H2,
        products = {Product.JIRA, Product.CONFLUENCE, Product.BITBUCKET, Product.CROWD},
        generations = {Generation.P8, Generation.P7})
class LeaversTest extends AcceptanceCase {

    private static final String EVERYTHING = """
            {"sessions":"%1$s","remembered":"%1$s","tokens":"%1$s","keys":"%1$s","leads":{"ABC":"%1$s","ABC/api":"%1$s"}}
            """;

    /** What products have, some of them this and some that, with the words of the record that tell that it is still there. */
    private static final Map<String, Pattern> KINDS = Map.of(
            "sessions", Pattern.compile("[Ss]essions[a-z -]* are not ended"),
            "remembered", Pattern.compile("are not forgotten"),
            "tokens", Pattern.compile("tokens are not revoked"),
            "keys", Pattern.compile("keys are not removed"));

    @Test
    void deactivationThenWhatTheProductLetsGoOfIsGoneAndTheRestIsToldWithoutBeingTouched() {
        String name = someone();
        String successor = someone();
        String id = created(name);
        created(successor);
        takesOver(successor);
        JsonNode before = admin.orderProduct(EVERYTHING.formatted(name));

        Reply left = scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");

        assertThat(left.at("/active")).as(left.text()).isEqualTo("false");
        JsonNode after = admin.product();
        String record = admin.journalOf(id).text();
        assertThat(KINDS.keySet()).anyMatch(before::has);
        KINDS.forEach((kind, isStillThere) -> {
            assertThat(before.path(kind).has(name)).as(kind).isEqualTo(before.has(kind));
            if (before.has(kind)) {
                assertThat(isStillThere.matcher(record).find())
                        .as(kind + " in " + record)
                        .isEqualTo(after.path(kind).has(name));
            }
        });
        before.path("leads").properties().forEach(lead -> assertThat(
                        after.path("leads").path(lead.getKey()).asText())
                .isEqualTo(
                        lead.getValue().asText().equals(name)
                                ? successor
                                : lead.getValue().asText()));
        assertThat(record).contains("left: ").doesNotContain("com.atlassian");
    }

    @Test
    void deactivationWhenNobodyTakesOverThenWhatIsLedIsToldAndStays() {
        String name = someone();
        String id = created(name);
        takesOver(null);
        JsonNode before = admin.orderProduct(EVERYTHING.formatted(name));

        scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");

        assertThat(admin.product().path("leads")).isEqualTo(before.path("leads"));
        assertThat(admin.journalOf(id).text().contains("still leads")).isEqualTo(before.has("leads"));
    }

    /** @param successor who takes over by the settings of the connection; nobody when it is null */
    private void takesOver(String successor) {
        ObjectNode connection =
                (ObjectNode) admin.get("/connections/" + host.connectionId()).json();
        ObjectNode settings = connection.objectNode();
        for (String setting : new String[] {
            "name",
            "directoryId",
            "deletePolicy",
            "mode",
            "dialect",
            "switchedOff",
            "unknownAttributes",
            "requestsPerSecond",
            "version"
        }) {
            settings.set(setting, connection.get(setting));
        }
        settings.put("successor", successor);
        Reply reply = admin.change("PUT", "/connections/" + host.connectionId(), settings.toString());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
}
