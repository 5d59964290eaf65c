package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** What the server says of itself, tried out. */
class DiscoveryTruthTest {

    private static final String USER = "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User";
    private static final Map<String, String> SAMPLES = Map.of(
            "string", "\"x\"", "reference", "\"https://x.test\"", "boolean", "true", "complex", "{\"display\":\"x\"}");

    private final TestServer scim = new TestServer();

    @Test
    @Requirement("C174")
    void configWhenItClaimsAFeatureThenTheFeatureWorksAndOtherwiseNot() {
        JsonNode config = scim.get("/ServiceProviderConfig").json();
        String b = scim.create("b", ",\"title\":\"1\"");
        String a = scim.create("a", ",\"title\":\"2\"");

        assertThat(scim.patch("/Users/" + b, "[{\"op\":\"add\",\"path\":\"nickName\",\"value\":\"x\"}]")
                                .status()
                        == 200)
                .as("patch")
                .isEqualTo(claims(config, "patch"));
        assertThat(scim.get("/Users?filter=title eq \"2\"").text("/Resources/0/id"))
                .as("filter")
                .isEqualTo(claims(config, "filter") ? a : "");
        assertThat(scim.send("GET", "/Users/" + a, "", Map.of("if-none-match", "*"))
                                .status()
                        == 304)
                .as("etag")
                .isEqualTo(claims(config, "etag"));
        assertThat(scim.post("/Bulk", "{}").status() != 501).as("bulk").isEqualTo(claims(config, "bulk"));
        assertThat(scim.get("/Users?sortBy=title").text("/Resources/0/id"))
                .as("sort")
                .isEqualTo(claims(config, "sort") ? b : a);
        scim.patch("/Users/" + a, "[{\"op\":\"replace\",\"path\":\"password\",\"value\":\"n3w\"}]");
        assertThat(scim.journal.last().notes().stream().noneMatch(note -> note.contains("password")))
                .as("changePassword")
                .isEqualTo(claims(config, "changePassword"));
        assertThat(config.at("/authenticationSchemes").size()).isPositive();
    }

    private static boolean claims(JsonNode config, String feature) {
        return config.at("/" + feature + "/supported").asBoolean();
    }

    /** Each attribute of a user, and what its characteristics promise. */
    @TestFactory
    @Requirement("C190")
    Stream<DynamicTest> schemaWhenItDeclaresACharacteristicThenTheServerKeepsIt() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode attribute : scim.get(USER).json().at("/attributes")) {
            String name = attribute.path("name").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> check(attribute, name)));
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests.stream();
    }

    private static void check(JsonNode attribute, String name) {
        TestServer server = new TestServer();
        String value = SAMPLES.get(attribute.path("type").asText());
        if (name.equals("x509Certificates")) {
            value = "{\"value\":\"QUJD\"}";
        } else if (name.equals("addresses") || name.equals("name")) {
            value = "{\"formatted\":\"x\"}";
        }
        String sent = attribute.path("multiValued").asBoolean() ? "[" + value + "]" : value;
        String body = name.equals("userName")
                ? TestServer.user("x", "")
                : TestServer.user("ana", ",\"" + name + "\":" + sent);
        Reply created = server.post("/Users", body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        boolean readOnly = attribute.path("mutability").asText().equals("readOnly");
        boolean never = attribute.path("returned").asText().equals("never");
        assertThat(created.json().has(name)).as("shown").isEqualTo(!readOnly && !never);

        Reply patched = server.patch(
                "/Users/" + created.text("/id"), "[{\"op\":\"add\",\"path\":\"" + name + "\",\"value\":" + sent + "}]");
        assertThat(patched.status()).as(patched.toString()).isEqualTo(readOnly ? 400 : 200);
        assertThat(patched.text("/scimType")).isEqualTo(readOnly ? "mutability" : "");

        Reply without = server.put(
                "/Users/" + created.text("/id"),
                "{\"schemas\":[]" + (name.equals("userName") ? "" : ",\"userName\":\"ana\"") + "}");
        assertThat(without.status()).isEqualTo(attribute.path("required").asBoolean() ? 400 : 200);

        boolean unique = !attribute.path("uniqueness").asText().equals("none");
        assertThat(server.post("/Users", body.replace("\"ana\"", "\"other\"")).status())
                .isEqualTo(unique ? 409 : 201);
    }
}
