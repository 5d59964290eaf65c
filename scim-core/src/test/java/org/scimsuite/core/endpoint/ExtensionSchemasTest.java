package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.admin.AdminResult;
import org.scimsuite.core.admin.SchemaDraft;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Schemas that an administrator adds behave like those of the RFC. */
class ExtensionSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URI = "urn:acme:params:scim:schemas:extension:1.0:User";
    private static final String ATTRIBUTES = "{'name':'badge','type':'string','caseExact':true},"
            + "{'name':'floor','type':'integer'},"
            + "{'name':'since','type':'dateTime'},"
            + "{'name':'skills','type':'complex','multiValued':true,'subAttributes':["
            + "{'name':'value','type':'string'},{'name':'level','type':'integer'},{'name':'primary','type':'boolean'}]},"
            + "{'name':'hired','type':'string','mutability':'immutable'},"
            + "{'name':'origin','type':'string','returned':'request'}";

    private final TestServer scim = new TestServer();
    private String id = "";

    @BeforeEach
    void addTheSchemaAndSomebody() {
        assertThat(add(ATTRIBUTES, false)).isInstanceOf(AdminResult.Done.class);
        id = scim.create(
                "ana",
                quoted(",'" + URI + "':{'badge':'B-7','floor':3,'since':'2026-01-02T03:04:05Z','hired':'2026',"
                        + "'origin':'hr','skills':[{'value':'java','level':5},{'value':'sql','level':2}]}"));
    }

    @Test
    @Requirement({"C074", "C075", "C115"})
    void getWhenAnExtensionWasSentThenItComesBack() {
        Reply reply = scim.get("/Users/" + id);

        JsonNode extension = reply.json().path(URI);
        assertThat(extension.path("badge").asText()).isEqualTo("B-7");
        assertThat(extension.path("floor").intValue()).isEqualTo(3);
        assertThat(extension.path("skills")).hasSize(2);
        assertThat(extension.has("origin")).isFalse();
        assertThat(reply.json().path("schemas").toString()).contains(URI);
        assertThat(scim.get("/Users/" + id + "?attributes=" + URI + ":origin")
                        .json()
                        .path(URI)
                        .path("origin")
                        .asText())
                .isEqualTo("hr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":badge eq \"B-7\" | 1",
                ":badge eq \"b-7\" | 0",
                ":floor gt 2 | 1",
                ":floor gt 10 | 0",
                ":since lt \"2026-01-02T04:04:06+01:00\" | 1",
                ":skills[value eq \"JAVA\" and level ge 5] | 1",
                ":skills[value eq \"sql\" and level ge 5] | 0",
                ":skills.value co \"sq\" | 1",
                ":hired pr | 1",
            })
    @Requirement({"C262", "C216"})
    void listWhenFilteredByAnExtensionThenItIsComparedByItsType(String filter, int found) {
        Reply reply = scim.send("GET", "/Users?filter=" + encoded(URI + filter), "", Map.of());

        assertThat(reply.json().path("totalResults").intValue()).isEqualTo(found);
    }

    @Test
    @Requirement({"C364", "C366", "C392"})
    void patchWhenThePathIsInAnExtensionThenItIsChanged() {
        Reply reply = scim.patch(
                "/Users/" + id,
                quoted("[{'op':'replace','path':'" + URI + ":floor','value':4},"
                        + "{'op':'remove','path':'" + URI + ":skills[level lt 3]'},"
                        + "{'op':'add','path':'" + URI + ":skills','value':[{'value':'go','primary':true}]}]"));

        assertThat(reply.status()).isEqualTo(200);
        JsonNode extension = scim.get("/Users/" + id).json().path(URI);
        assertThat(extension.path("floor").intValue()).isEqualTo(4);
        assertThat(extension.path("skills").findValuesAsText("value")).containsExactly("java", "go");
    }

    @Test
    @Requirement({"C109", "C370"})
    void patchWhenAnExtensionRefusesThenNothingIsChanged() {
        String before = scim.get("/Users/" + id).body();

        Reply immutable =
                scim.patch("/Users/" + id, quoted("[{'op':'replace','path':'" + URI + ":hired','value':'2027'}]"));
        Reply type = scim.patch("/Users/" + id, quoted("[{'op':'replace','path':'" + URI + ":floor','value':'top'}]"));

        assertThat(immutable.text("/scimType")).isEqualTo("mutability");
        assertThat(type.text("/scimType")).isEqualTo("invalidValue");
        assertThat(scim.get("/Users/" + id).body()).isEqualTo(before);
    }

    @Test
    @Requirement({"C182", "C183", "C190"})
    void discoveryWhenAnExtensionWasAddedThenItIsListed() {
        assertThat(scim.get("/Schemas/" + URI).json().path("attributes")).hasSize(6);
        assertThat(scim.get("/Schemas").body()).contains(URI);
        assertThat(scim.get("/ResourceTypes/User")
                        .json()
                        .path("schemaExtensions")
                        .toString())
                .contains(URI);
    }

    @Test
    @Requirement("C078")
    void createWhenTheExtensionIsRequiredAndMissingThenAnswers400() {
        ExtensionSchema stored = scim.server().schemas().find(URI).orElseThrow();
        scim.server().schemas().update(URI, stored.version(), draft(ATTRIBUTES, true));

        Reply reply = scim.post("/Users", TestServer.user("bo", ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo("invalidValue");
        assertThat(reply.text("/detail")).contains(URI);
    }

    @Test
    void changeWhenMadeOnAnotherNodeThenItIsSeenWithinHalfAMinute() {
        scim.schemas.delete(URI);
        assertThat(scim.get("/Schemas/" + URI).status()).isEqualTo(200);

        scim.clock.advance(CurrentEndpoint.VALIDITY);

        assertThat(scim.get("/Schemas/" + URI).status()).isEqualTo(404);
        assertThat(scim.get("/Users/" + id).json().has(URI)).isFalse();
    }

    @Test
    void schemaWhenRemovedAndAddedAgainThenWhatWasRecordedIsThereAgain() {
        scim.server().schemas().delete(URI);
        Reply without = scim.patch("/Users/" + id, quoted("[{'op':'add','path':'title','value':'Dr'}]"));
        add(ATTRIBUTES, false);

        assertThat(without.json().has(URI)).isFalse();
        assertThat(scim.get("/Users/" + id).json().path(URI).path("badge").asText())
                .isEqualTo("B-7");
    }

    @Test
    void updateWhenAnAttributeChangesItsTypeThenItIsRefused() {
        AdminResult<ExtensionSchema> result = scim.server()
                .schemas()
                .update(URI, 1, draft(ATTRIBUTES.replace("'name':'floor','type':'integer'", "'name':'floor'"), false));

        assertThat(result).isInstanceOf(AdminResult.Invalid.class);
        assertThat(scim.get("/Users/" + id).json().path(URI).path("floor").intValue())
                .isEqualTo(3);
    }

    @Test
    void updateWhenAnotherAdministratorWasFasterThenItIsAConflict() {
        scim.server().schemas().update(URI, 1, draft(ATTRIBUTES, false));

        assertThat(scim.server().schemas().update(URI, 1, draft(ATTRIBUTES, true)))
                .isInstanceOf(AdminResult.Conflict.class);
    }

    @Test
    void createWhenTheSchemaIsOfTheRfcOrThereAlreadyThenItIsRefused() {
        SchemaDraft ofTheRfc = new SchemaDraft(
                "User",
                false,
                json("{'id':'urn:ietf:params:scim:schemas:core:2.0:User','name':'x','attributes':[{'name':'a'}]}"));

        assertThat(scim.server().schemas().create(ofTheRfc)).isInstanceOf(AdminResult.Invalid.class);
        assertThat(add(ATTRIBUTES, false)).isInstanceOf(AdminResult.Conflict.class);
        assertThat(scim.server().schemas().create(new SchemaDraft("Device", false, document(ATTRIBUTES))))
                .isInstanceOf(AdminResult.Invalid.class);
    }

    @Test
    void handleWhenAStoredSchemaCannotBeReadThenTheOthersStillWork() {
        scim.schemas.insert(new ExtensionSchema("urn:acme:broken", "User", true, "{}", 1));
        scim.clock.advance(CurrentEndpoint.VALIDITY);

        assertThat(scim.get("/Users/" + id).json().path(URI).path("badge").asText())
                .isEqualTo("B-7");
        assertThat(scim.get("/Schemas/urn:acme:broken").status()).isEqualTo(404);
    }

    private AdminResult<ExtensionSchema> add(String attributes, boolean required) {
        return scim.server().schemas().create(draft(attributes, required));
    }

    private static SchemaDraft draft(String attributes, boolean required) {
        return new SchemaDraft("User", required, document(attributes));
    }

    private static JsonNode document(String attributes) {
        return json("{'id':'" + URI + "','name':'Acme','attributes':[" + attributes + "]}");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(quoted(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
