package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.ProtocolSettings.Strictness;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** A connection that keeps attributes no schema has: they come back as they were sent. */
@Requirement("C121")
class KeptAttributesTest {

    private static final String FOREIGN = "urn:acme:1.0:User";

    private final TestServer scim = new TestServer();
    private String id = "";

    @BeforeEach
    void createSomebody() {
        scim.speak(settings(UnknownAttributes.KEEP));
        id = scim.create(
                "ana",
                quoted(",'Badge':'B-7','skills':[{'value':'java'}],'none':null,'empty':[],'" + FOREIGN
                        + "':{'floor':3,'room':'7a'}"));
    }

    @Test
    void getWhenKeptThenShownAsSent() {
        JsonNode user = scim.get("/Users/" + id).json();

        assertThat(user.path("Badge").asText()).isEqualTo("B-7");
        assertThat(user.at("/skills/0/value").asText()).isEqualTo("java");
        assertThat(user.path(FOREIGN).path("floor").intValue()).isEqualTo(3);
        assertThat(user.has("none")).isFalse();
        assertThat(user.has("empty")).isFalse();
        assertThat(user.path("schemas").toString()).contains(FOREIGN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attributes=badge          | true  | false",
                "attributes=userName       | false | false",
                "excludedAttributes=BADGE  | false | true",
                "excludedAttributes=skills | true  | true",
            })
    void getWhenAttributesAreNamedThenTheyDecide(String query, boolean badge, boolean foreign) {
        JsonNode user = scim.get("/Users/" + id + "?" + query).json();

        assertThat(user.has("Badge")).isEqualTo(badge);
        assertThat(user.has(FOREIGN)).isEqualTo(foreign);
    }

    @Test
    void putWhenAttributesAreLeftOutThenTheyAreGone() {
        Reply reply = scim.put("/Users/" + id, TestServer.user("ana", quoted(",'badge':'B-8'")));

        assertThat(reply.json().path("badge").asText()).isEqualTo("B-8");
        assertThat(reply.json().has("Badge")).isFalse();
        assertThat(reply.json().has("skills")).isFalse();
        assertThat(reply.json().has(FOREIGN)).isFalse();
    }

    @Test
    void putWhenOurOwnAnswerComesBackThenNothingChanges() {
        Reply before = scim.get("/Users/" + id);

        Reply after = scim.put("/Users/" + id, before.body());

        assertThat(after.json()).isEqualTo(before.json());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'replace','path':'badge','value':'B-9'}                         | /Badge         | B-9",
                "{'op':'replace','value':{'badge':'B-9'}}                              | /Badge         | B-9",
                "{'op':'add','path':'skills','value':[{'value':'go'}]}                 | /skills/1/value | go",
                "{'op':'add','path':'skills','value':{'value':'go'}}                   | /skills/1/value | go",
                "{'op':'add','path':'skills','value':[{'value':'java'}]}               | /skills/1/value | ''",
                "{'op':'replace','path':'skills','value':[{'value':'go'}]}             | /skills/0/value | go",
                "{'op':'remove','path':'badge'}                                        | /Badge         | ''",
                "{'op':'replace','path':'badge','value':null}                          | /Badge         | ''",
                "{'op':'replace','path':'urn:acme:1.0:User:FLOOR','value':4}           | /urn:acme:1.0:User/floor | 4",
                "{'op':'remove','path':'urn:acme:1.0:User:floor'}                      | /urn:acme:1.0:User/floor | ''",
                "{'op':'remove','path':'urn:acme:1.0:User'}                            | /urn:acme:1.0:User/room | ''",
                "{'op':'add','path':'urn:acme:1.0:User','value':{'seat':9}}            | /urn:acme:1.0:User/seat | 9",
                "{'op':'add','value':{'urn:acme:1.0:User':{'seat':9}}}                 | /urn:acme:1.0:User/seat | 9",
                "{'op':'add','path':'brandNew','value':true}                           | /brandNew      | true",
            })
    void patchWhenTheAttributeIsKeptThenItIsChanged(String operation, String pointer, String value) {
        Reply reply = scim.patch("/Users/" + id, quoted("[" + operation + "]"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(scim.get("/Users/" + id).json().at(pointer).asText()).isEqualTo(value);
    }

    @Test
    void patchWhenNothingChangesThenTheVersionStays() {
        String version = scim.get("/Users/" + id).header("ETag");

        Reply reply = scim.patch("/Users/" + id, quoted("[{'op':'replace','path':'badge','value':'B-7'}]"));

        assertThat(reply.header("ETag")).isEqualTo(version);
    }

    @Test
    void patchWhenAnotherOperationFailsThenTheKeptAttributesStayToo() {
        Reply reply = scim.patch(
                "/Users/" + id,
                quoted("[{'op':'replace','path':'badge','value':'B-9'},{'op':'remove','path':'userName'}]"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(scim.get("/Users/" + id).json().path("Badge").asText()).isEqualTo("B-7");
    }

    @Test
    void filterWhenTheAttributeIsInNoSchemaThenAnswers400() {
        assertThat(scim.get("/Users?filter=badge%20eq%20%22B-7%22").text("/scimType"))
                .isEqualTo("invalidFilter");
    }

    @Test
    void connectionWhenItNoLongerKeepsThenNothingIsShownAndNothingIsLost() {
        scim.speak(settings(UnknownAttributes.IGNORE));

        Reply shown = scim.get("/Users/" + id);
        scim.put("/Users/" + id, shown.body().replace("\"ana\"", "\"ana.b\""));
        scim.patch("/Users/" + id, quoted("[{'op':'add','path':'title','value':'Dr'}]"));
        scim.speak(settings(UnknownAttributes.KEEP));

        assertThat(shown.json().has("Badge")).isFalse();
        assertThat(shown.json().path("schemas").toString()).doesNotContain(FOREIGN);
        JsonNode again = scim.get("/Users/" + id).json();
        assertThat(again.path("userName").asText()).isEqualTo("ana.b");
        assertThat(again.path("Badge").asText()).isEqualTo("B-7");
        assertThat(again.path(FOREIGN).path("room").asText()).isEqualTo("7a");
    }

    @Test
    void groupWhenAttributesAreKeptThenTheyComeBackToo() {
        Reply created = scim.post(
                "/Groups",
                quoted(
                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'Team','owner':'ana'}"));
        String group = "/Groups/" + created.text("/id");
        scim.patch(group, quoted("[{'op':'replace','path':'owner','value':'bo'}]"));

        assertThat(created.text("/owner")).isEqualTo("ana");
        assertThat(scim.get(group).text("/owner")).isEqualTo("bo");
    }

    private static ProtocolSettings settings(UnknownAttributes unknown) {
        return new ProtocolSettings(Strictness.COMPATIBLE, Set.of(), unknown);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
