package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Bulk requests with groups, whose members the same request makes (RFC 7644 §3.7.1, §3.7.2). */
class BulkGroupsTest {

    private final TestServer scim = new TestServer();

    /** The examples of RFC 7644 §3.7.1. */
    @Requirement({"C092", "C155", "C447", "C449"})
    @Test
    void bulkWhenGroupsContainEachOtherThenBothAreCreatedWithTheOtherAsMember() {
        Reply reply = bulk(
                post("/Groups", "qwerty", group("Group A", "{\"type\":\"Group\",\"value\":\"bulkId:ytrewq\"}")),
                post("/Groups", "ytrewq", group("Group B", "{\"type\":\"Group\",\"value\":\"bulkId:qwerty\"}")));

        assertThat(statuses(reply)).containsExactly("201", "201");
        String a = id(reply, 0);
        String b = id(reply, 1);
        assertThat(members(a)).containsExactly(b + " Group");
        assertThat(members(b)).containsExactly(a + " Group");
        for (int entry = 0; entry < 2; entry++) {
            assertThat(reply.text("/Operations/" + entry + "/version"))
                    .isEqualTo(scim.get("/Groups/" + id(reply, entry)).header("ETag"));
        }
    }

    @Requirement({"C444", "C445", "C446", "C449"})
    @Test
    void bulkWhenMembersAreCreatedLaterThenGroupsWaitForThemAndHoldTheirIds() {
        String old = scim.post("/Groups", group("Old", "")).text("/id");

        Reply reply = bulk(
                post("/Groups", "team", group("Team", "{\"value\":\"bulkId:ana\"},{\"value\":\"bulkId:crew\"}")),
                patch(
                        "/Groups/" + old,
                        "{'op':'add','path':'members','value':[{'value':'bulkId:ana'},{'value':'bulkId:bo'}]}"),
                patch("/Groups/" + old, "{'op':'remove','path':'members[value eq \\'bulkId:ana\\']'}"),
                patch(
                        "/Groups/bulkId:crew",
                        "{'op':'add','path':'members','value':[{'$ref':'../Users/bulkId:bo','value':'bulkId:bo'}]}"),
                post("/Users", "ana", TestServer.user("ana", "")),
                post("/Groups", "crew", group("Crew", "")),
                post("/Users", "bo", TestServer.user("bo", "")));

        assertThat(statuses(reply)).containsExactly("201", "204", "204", "204", "201", "201", "201");
        String ana = id(reply, 4);
        String bo = id(reply, 6);
        assertThat(members(id(reply, 0))).containsExactlyInAnyOrder(ana + " User", id(reply, 5) + " Group");
        assertThat(members(old)).containsExactly(bo + " User");
        assertThat(members(id(reply, 5))).containsExactly(bo + " User");
        assertThat(scim.get("/Users/" + bo).text("/groups/2/type")).isEqualTo("indirect");
    }

    @Requirement({"C446", "C450"})
    @Test
    void bulkWhenAGroupIsMadeChangedAndDeletedThenPathsNameItByItsBulkId() {
        Reply reply = bulk(
                post("/Groups", "team", group("Team", "")),
                "{\"method\":\"PUT\",\"path\":\"/Groups/bulkId:team\",\"data\":" + group("Crew", "") + "}",
                "{\"method\":\"DELETE\",\"path\":\"/Groups/bulkId:team\"}",
                post("/Groups", "other", group("Crew", "")));

        assertThat(statuses(reply)).containsExactly("201", "200", "204", "201");
        assertThat(reply.text("/Operations/1/location")).isEqualTo(reply.text("/Operations/0/location"));
        assertThat(scim.get("/Groups/" + id(reply, 0)).status()).isEqualTo(404);
        assertThat(scim.get("/Groups").text("/totalResults")).isEqualTo("1");
    }

    @Requirement({"C447", "C448"})
    @Test
    void bulkWhenTheOtherGroupOfACircleFailsThenTheFirstHasItsOtherMembersAndTheEntrySaysSo() {
        scim.post("/Groups", group("Taken", ""));
        String ana = scim.create("ana", "");

        Reply reply = bulk(
                post("/Groups", "a", group("Team", "{\"value\":\"" + ana + "\"},{\"value\":\"bulkId:b\"}")),
                post("/Groups", "b", group("Taken", "{\"value\":\"bulkId:a\"}")));

        assertThat(statuses(reply)).containsExactly("409", "409");
        assertThat(members(id(reply, 0))).containsExactly(ana + " User");
        assertThat(reply.text("/Operations/0/response/detail")).contains("was created, but without");
        assertThat(reply.text("/Operations/1/response/scimType")).isEqualTo("uniqueness");
    }

    /** RFC 8259 leaves open what such JSON means; so nobody can say which operation is the bad one. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"displayName\":\"A\",\"displayName\":\"B\"}", "{\"displayName\":\"A\"", "{\"x\":DEEP}"})
    void bulkWhenTheDataOfOneOperationIsMalformedJsonThenTheWholeRequestIsAndNothingIsDone(String data) {
        String deep = "[".repeat(500) + "]".repeat(500);

        Reply reply = bulk(
                post("/Users", "ana", TestServer.user("ana", "")), post("/Groups", "g", data.replace("DEEP", deep)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo("invalidSyntax");
        assertThat(scim.records.all()).isEmpty();
    }

    private Reply bulk(String... operations) {
        return scim.post(
                "/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                        + String.join(",", operations) + "]}");
    }

    private static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"" + path + "\",\"bulkId\":\"" + bulkId + "\",\"data\":" + data + "}";
    }

    private static String patch(String path, String operation) {
        return "{\"method\":\"PATCH\",\"path\":\"" + path + "\",\"data\":"
                + TestServer.patchBody("[" + operation.replace('\'', '"') + "]") + "}";
    }

    private static String group(String name, String members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                + "\",\"members\":[" + members + "]}";
    }

    private static List<String> statuses(Reply reply) {
        return reply.json()
                .at("/Operations")
                .valueStream()
                .map(entry -> entry.get("status").asText())
                .toList();
    }

    private static String id(Reply reply, int entry) {
        String location = reply.text("/Operations/" + entry + "/location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Each with its type; what {@code $ref} names is read, too. */
    private List<String> members(String group) {
        return scim.get("/Groups/" + group)
                .json()
                .path("members")
                .valueStream()
                .map(this::member)
                .toList();
    }

    private String member(JsonNode member) {
        String path = member.get("$ref").asText().substring(TestServer.BASE.length());
        assertThat(scim.get(path).text("/id")).isEqualTo(member.get("value").asText());
        return member.get("value").asText() + " " + member.get("type").asText();
    }
}
