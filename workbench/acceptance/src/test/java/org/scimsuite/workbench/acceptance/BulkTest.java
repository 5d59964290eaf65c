package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many operations in one request, over HTTP and on a real database. */
@OnEachHost
class BulkTest extends AcceptanceCase {

    private static final String MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Test
    void bulkWhenSomeOperationsFailThenTheOthersAreDoneAndReferencesStand() {
        String employee = someone();
        String boss = someone();
        String taken = someone();
        String deleted = someone();
        created(taken);
        String deletedId = created(deleted);

        Reply reply = scim.post("/Bulk", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                  {"method":"POST","path":"/Users","bulkId":"employee","data":%s},
                  {"method":"POST","path":"/Users","bulkId":"taken","data":%s},
                  {"method":"DELETE","path":"/Users/%s"},
                  {"method":"POST","path":"/Users","bulkId":"boss","data":%s}]}""".formatted(
                        ScimClient.user(employee)
                                .replace(
                                        "\"active\"",
                                        "\"" + MANAGER + "\":{\"manager\":{\"value\":\"bulkId:boss\"}},\"active\""),
                        ScimClient.user(taken),
                        deletedId,
                        ScimClient.user(boss)));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().at("/Operations"))
                .extracting(entry -> entry.get("status").asText())
                .containsExactly("201", "409", "204", "201");
        assertThat(reply.at("/Operations/1/response/scimType")).isEqualTo("uniqueness");
        assertGivesNothingAway(reply.text());
        JsonNode shown = scim.find("userName eq \"" + employee + "\"").json().at("/Resources/0");
        assertThat(shown.path(MANAGER).at("/manager/value").asText())
                .isEqualTo(scim.find("userName eq \"" + boss + "\"").at("/Resources/0/id"))
                .isNotBlank();
        assertThat(shown.at("/meta/location").asText()).isEqualTo(reply.at("/Operations/0/location"));
        assertThat(person(employee).displayName()).isEqualTo("Given Family");
        assertThat(scim.get("/Users/" + deletedId).status()).isEqualTo(404);
        List<JsonNode> timeline =
                Journal.entries(admin.journalOf(shown.at("/id").asText()));
        assertThat(timeline).hasSize(1);
        assertThat(timeline.get(0).at("/notes").toString()).contains(reply.header("X-Request-Id"));
    }

    @Test
    void bulkWhenItHasTooManyOperationsThenTheLimitIsNamed() {
        String operation = "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}";

        Reply reply = scim.post(
                "/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                        + (operation + ",").repeat(1000) + operation + "]}");

        assertScimError(reply, 413, "");
        assertThat(reply.at("/detail")).contains("1000");
    }
}
