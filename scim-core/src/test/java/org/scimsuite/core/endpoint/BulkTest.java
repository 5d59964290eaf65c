package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Bulk requests over users (RFC 7644 §3.7). */
class BulkTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String RETITLE = "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]";

    private final TestServer scim = new TestServer();

    @Test
    @Requirement({"C431", "C438", "C439", "C440", "C450", "C454"})
    void bulkWhenAllSucceedsThenEachEntrySaysWhatTheSingleAnswerWould() {
        String bo = scim.create("bo", "");
        String cy = scim.create("cy", "");
        String dee = scim.create("dee", "");

        Reply reply = bulk(
                post("a", TestServer.user("ana", "")),
                operation("PUT", "/Users/" + bo, TestServer.user("bo", ",\"title\":\"Engineer\"")),
                operation("PATCH", "/Users/" + cy, TestServer.patchBody(RETITLE)),
                "{\"method\":\"DELETE\",\"path\":\"/Users/" + dee + "\",\"bulkId\":\"gone\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
        assertThat(reply.text("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        String ana = find("ana");
        assertThat(reply.json().at("/Operations"))
                .hasSize(4)
                .noneMatch(entry -> entry.has("response"))
                .allMatch(entry -> entry.get("status").isTextual());
        assertThat(entries(reply))
                .containsExactly(
                        "POST a 201 " + uri(ana) + " W/\"1\"",
                        "PUT - 200 " + uri(bo) + " W/\"2\"",
                        "PATCH - 200 " + uri(cy) + " W/\"2\"",
                        "DELETE gone 204 " + uri(dee) + " -");
        assertThat(scim.get("/Users/" + ana).header("ETag")).isEqualTo("W/\"1\"");
        assertThat(scim.get("/Users/" + cy).header("ETag")).isEqualTo("W/\"2\"");
        assertThat(scim.get("/Users/" + dee).status()).isEqualTo(404);
    }

    @Requirement({"C433", "C434", "C435", "C436", "C437", "C442", "C455"})
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                                        | invalidSyntax | object",
                "{'path':'/Users','bulkId':'b','data':{}}                                  | invalidSyntax | method is missing",
                "{'method':'POST','bulkId':'b','data':{}}                                  | invalidSyntax | path is missing",
                "{'method':'GET','path':'/Users/ID'}                                       | invalidValue  | POST, PUT, PATCH or DELETE",
                "{'method':'post','path':'/Users','bulkId':'b','data':{}}                  | invalidValue  | POST, PUT, PATCH or DELETE",
                "{'method':7,'path':'/Users','bulkId':'b','data':{}}                       | invalidValue  | method must be a text",
                "{'method':'POST','path':'/Users','data':DATA}                             | invalidSyntax | bulkId",
                "{'method':'POST','path':'/Users','bulkId':null,'data':DATA}               | invalidSyntax | bulkId",
                "{'method':'POST','path':'/Users','bulkId':'','data':DATA}                 | invalidValue  | bulkId",
                "{'method':'POST','path':'/Users','bulkId':'first','data':DATA}            | invalidValue  | used before",
                "{'method':'POST','path':'/Users','bulkId':'b'}                            | invalidSyntax | data",
                "{'method':'POST','path':'/Users','bulkId':'b','data':null}                | invalidSyntax | data",
                "{'method':'PUT','path':'/Users/ID'}                                       | invalidSyntax | data",
                "{'method':'PATCH','path':'/Users/ID'}                                     | invalidSyntax | data",
                "{'method':'POST','path':'/Users/ID','bulkId':'b','data':DATA}             | invalidValue  | /Users",
                "{'method':'PUT','path':'/Users','data':DATA}                              | invalidValue  | /Users/<id>",
                "{'method':'PATCH','path':'/Users/','data':{}}                             | invalidValue  | /Users/<id>",
                "{'method':'DELETE','path':'/Users'}                                       | invalidValue  | /Users/<id>",
                "{'method':'DELETE','path':'Users/ID'}                                     | invalidValue  | slash",
                "{'method':'DELETE','path':'https://jira.acme.test/plugins/servlet/scim/v2/Users/ID'} | invalidValue | slash",
                "{'method':'DELETE','path':'//jira.acme.test/Users/ID'}                    | invalidValue  | path",
                "{'method':'DELETE','path':'/Users/ID?x=y'}                                | invalidValue  | query",
                "{'method':'DELETE','path':'/Users/ID/more'}                               | invalidValue  | path",
                "{'method':'DELETE','path':'/Users/%zz'}                                   | invalidValue  | percent",
                "{'method':'POST','path':'/Me','bulkId':'b','data':DATA}                   | invalidValue  | path",
                "{'method':'POST','path':'/.search','bulkId':'b','data':{}}                | invalidValue  | path",
                "{'method':'POST','path':'/Users/.search','bulkId':'b','data':{}}          | invalidValue  | path",
                "{'method':'POST','path':'/Bulk','bulkId':'b','data':{'Operations':[]}}    | invalidValue  | part of another",
                "{'method':'DELETE','path':'/Users/ID','version':3}                        | invalidValue  | version",
            })
    void bulkWhenAnOperationIsMalformedThenItAloneGetsAnError(String wrong, String scimType, String detail) {
        String id = scim.create("old", "");
        String before = scim.get("/Users/" + id).body();
        String sent = wrong.replace('\'', '"').replace("ID", id).replace("DATA", TestServer.user("wrong", ""));

        Reply reply = bulk(post("first", TestServer.user("ana", "")), sent, post("last", TestServer.user("bo", "")));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(statuses(reply)).containsExactly("201", "400", "201");
        assertThat(reply.text("/Operations/1/response/status")).isEqualTo("400");
        assertThat(reply.text("/Operations/1/response/scimType")).isEqualTo(scimType);
        assertThat(reply.text("/Operations/1/response/detail"))
                .startsWith("Operation 2: ")
                .contains(detail);
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactlyInAnyOrder("old", "ana", "bo");
        assertThat(scim.get("/Users/" + id).body()).isEqualTo(before);
        assertThat(scim.journal.all())
                .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains(reply.text("/Operations/1/response/detail")));
    }

    @Requirement({"C438", "C439", "C441", "C442"})
    @Test
    void bulkWhenOperationsAreRefusedThenEachHasTheErrorOfTheSingleRequestAndOthersSucceed() {
        scim.create("ana", "");
        scim.directory.refuse("forbidden");

        Reply reply = bulk(
                post("taken", TestServer.user("ANA", "")),
                post("b", TestServer.user("bo", "")),
                operation("PUT", "/Users/no body", TestServer.user("x", "")),
                post("f", TestServer.user("forbidden", "")),
                post("list", "[]"),
                post("c", TestServer.user("cy", "")),
                post("half", TestServer.user("b\\uD800o", "")));

        assertThat(entries(reply).subList(0, 3))
                .containsExactly(
                        "POST taken 409 - -",
                        "POST b 201 " + uri(find("bo")) + " W/\"1\"",
                        "PUT - 404 " + uri("no%20body") + " -");
        assertThat(statuses(reply)).containsExactly("409", "201", "404", "400", "400", "201", "400");
        Reply single = scim.post("/Users", TestServer.user("ANA", ""));
        JsonNode response = reply.json().at("/Operations/0/response");
        assertThat(response.at("/schemas")).isEqualTo(single.json().at("/schemas"));
        assertThat(response.at("/scimType").asText()).isEqualTo("uniqueness");
        assertThat(sentence(response.at("/detail").asText())).isEqualTo(sentence(single.text("/detail")));
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactlyInAnyOrder("ana", "bo", "cy");
    }

    @Requirement("C443")
    @ParameterizedTest
    @CsvSource({"1, 201 409", "2, 201 409 201 409", "3, 201 409 201 409 201", "9, 201 409 201 409 201"})
    void bulkWhenErrorsReachFailOnErrorsThenTheRestIsNeitherDoneNorReported(int limit, String expected) {
        scim.create("ana", "");
        String again = TestServer.user("ana", "");

        Reply reply = send(
                "\"failOnErrors\":" + limit + ",",
                List.of(
                        post("a", TestServer.user("bo", "")),
                        post("b", again),
                        post("c", TestServer.user("cy", "")),
                        post("d", again),
                        post("e", TestServer.user("dee", ""))));

        assertThat(statuses(reply)).containsExactly(expected.split(" "));
        assertThat(scim.directory.userNames(InMemoryDirectory.ID))
                .hasSize(
                        1 + (int) statuses(reply).stream().filter("201"::equals).count());
        assertThat(last().notes())
                .anyMatch(note -> note.contains((5 - statuses(reply).size()) + " were not tried"));
    }

    @Requirement({"C444", "C445", "C446", "C449"})
    @Test
    void bulkWhenOperationsReferToLaterCreationsThenTheyWaitAndIdsStandInData() {
        String bo = scim.create("bo", "");

        Reply reply = bulk(
                operation("PATCH", "/Users/bulkId:boss", TestServer.patchBody(RETITLE)),
                post("a", TestServer.user("ana", managedBy("bulkId:boss"))),
                operation(
                        "PATCH",
                        "/Users/" + bo,
                        TestServer.patchBody("[{\"op\":\"add\",\"path\":\"" + ENTERPRISE
                                + ":manager\",\"value\":\"bulkId:boss\"}]")),
                post("boss", TestServer.user("boss", "")));

        String boss = find("boss");
        assertThat(entries(reply))
                .containsExactly(
                        "PATCH - 200 " + uri(boss) + " W/\"2\"",
                        "POST a 201 " + uri(find("ana")) + " W/\"1\"",
                        "PATCH - 200 " + uri(bo) + " W/\"2\"",
                        "POST boss 201 " + uri(boss) + " W/\"1\"");
        assertThat(manager("ana")).isEqualTo(boss);
        assertThat(manager("bo")).isEqualTo(boss);
        assertThat(scim.get("/Users/" + boss).text("/title")).isEqualTo("Boss");
    }

    @Requirement({"C447", "C449"})
    @Test
    void bulkWhenCreationsReferToEachOtherInACircleThenAllReferencesStand() {
        Reply reply = bulk(
                post("a", TestServer.user("ana", managedBy("bulkId:b"))),
                post("b", TestServer.user("bo", managedBy("bulkId:c"))),
                post("c", TestServer.user("cy", managedBy("bulkId:a"))),
                post("self", TestServer.user("dee", managedBy("bulkId:self"))));

        assertThat(statuses(reply)).containsExactly("201", "201", "201", "201");
        assertThat(manager("ana")).isEqualTo(find("bo"));
        assertThat(manager("bo")).isEqualTo(find("cy"));
        assertThat(manager("cy")).isEqualTo(find("ana"));
        assertThat(manager("dee")).isEqualTo(find("dee"));
        assertThat(reply.json().at("/Operations")).allSatisfy(entry -> assertThat(
                        scim.get(entry.get("location").asText().substring(TestServer.BASE.length()))
                                .header("ETag"))
                .isEqualTo(entry.get("version").asText()));
    }

    @Requirement({"C447", "C448"})
    @ParameterizedTest
    @ValueSource(strings = {"", "\"failOnErrors\":1,"})
    void bulkWhenTheOtherEndOfACircleFailsThenTheEntrySaysWhereTheIncompleteResourceIs(String limit) {
        scim.create("bo", "");

        Reply reply = send(
                limit,
                List.of(
                        post("a", TestServer.user("ana", managedBy("bulkId:b"))),
                        post("b", TestServer.user("bo", managedBy("bulkId:a")))));

        assertThat(entries(reply)).containsExactly("POST a 409 " + uri(find("ana")) + " W/\"1\"", "POST b 409 - -");
        assertThat(reply.text("/Operations/0/response/scimType")).isEqualTo("invalidValue");
        assertThat(reply.text("/Operations/0/response/detail"))
                .contains("was created, but without")
                .contains("\"b\"");
    }

    @Requirement("C448")
    @Test
    void bulkWhenAReferenceCannotBeResolvedThenThatOperationAloneIsRefused() {
        scim.create("ana", "");

        Reply reply = bulk(
                post("a", TestServer.user("bo", managedBy("bulkId:nobody"))),
                post("taken", TestServer.user("ana", "")),
                post("c", TestServer.user("cy", managedBy("bulkId:taken"))),
                operation("PATCH", "/Users/bulkId:taken", TestServer.patchBody(RETITLE)),
                "{\"method\":\"DELETE\",\"path\":\"/Users/bulkId:c\"}",
                post("e", TestServer.user("eve", "")));

        assertThat(statuses(reply)).containsExactly("409", "409", "409", "409", "409", "201");
        assertThat(reply.text("/Operations/0/response/scimType")).isEqualTo("invalidValue");
        assertThat(reply.text("/Operations/0/response/detail"))
                .contains("\"nobody\"")
                .contains("no operation");
        assertThat(reply.text("/Operations/2/response/detail"))
                .contains("\"taken\"")
                .contains("not created");
        assertThat(reply.json().at("/Operations/3").has("location")).isFalse();
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactlyInAnyOrder("ana", "eve");
    }

    @Requirement("C430")
    @Test
    void bulkWhenAVersionIsNamedThenItMustBeThatOfTheResource() {
        String id = scim.create("ana", "");
        String retitle = ",\"data\":" + TestServer.patchBody(RETITLE) + "}";
        String patch = "{\"method\":\"PATCH\",\"path\":\"/Users/" + id + "\",\"version\":\"W/\\\"";

        Reply reply = bulk(patch + "9\\\"\"" + retitle, patch + "1\\\"\"" + retitle);

        assertThat(entries(reply))
                .containsExactly("PATCH - 412 " + uri(id) + " -", "PATCH - 200 " + uri(id) + " W/\"2\"");
    }

    @Requirement({"C451", "C453"})
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Operations':MANY}                                          | 413 | -             | 1000",
                "{}                                                           | 400 | invalidSyntax | Operations",
                "{'Operations':[]}                                            | 400 | invalidSyntax | Operations",
                "{'Operations':{}}                                            | 400 | invalidSyntax | Operations",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[ONE]} | 400 | invalidSyntax | BulkRequest",
                "{'schemas':[],'Operations':[ONE]}                            | 400 | invalidSyntax | BulkRequest",
                "{'failOnErrors':0,'Operations':[ONE]}                        | 400 | invalidValue  | failOnErrors",
                "{'failOnErrors':1.5,'Operations':[ONE]}                      | 400 | invalidValue  | failOnErrors",
                "{'failOnErrors':'1','Operations':[ONE]}                      | 400 | invalidValue  | failOnErrors",
                "{'failOnErrors':1E1000000000,'Operations':[ONE]}             | 400 | invalidValue  | failOnErrors",
                "{'Operations':[ONE                                           | 400 | invalidSyntax | JSON",
            })
    void bulkWhenTheEnvelopeIsWrongThenNothingIsCarriedOut(String body, int status, String scimType, String detail) {
        String one = post("a", TestServer.user("ana", ""));
        String many = "[" + (one + ",").repeat(1000) + one + "]";

        Reply reply =
                scim.post("/Bulk", body.replace('\'', '"').replace("MANY", many).replace("ONE", one));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.text("/scimType")).isEqualTo(scimType.equals("-") ? "" : scimType);
        assertThat(reply.text("/detail")).contains(detail);
        assertThat(scim.records.all()).isEmpty();
        assertThat(scim.journal.all()).hasSize(1);
    }

    @Requirement("C452")
    @Test
    void bulkWhenTheBodyIsLargerThanMaxPayloadSizeThenTheLimitIsNamed() {
        JsonNode bulk = scim.get("/ServiceProviderConfig").json().at("/bulk");
        int limit = bulk.get("maxPayloadSize").asInt();

        Reply reply = scim.send(TestServer.request("POST", "/Bulk", new byte[limit + 1], Map.of()));

        assertThat(bulk.get("supported").asBoolean()).isTrue();
        assertThat(bulk.get("maxOperations").asInt()).isEqualTo(1000);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("/detail")).contains(limit / (1024 * 1024) + " MiB");
    }

    @Test
    void bulkWhenItHasAsManyOperationsAsAllowedThenAllAreCarriedOut() {
        List<String> operations = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            operations.add(post("u" + number, TestServer.user("user" + number, "")));
        }

        assertThat(statuses(send("", operations))).hasSize(1000).containsOnly("201");
        assertThat(scim.records.all()).hasSize(1000);
    }

    @Test
    void bulkWhenDoneThenEachOperationStandsInTheJournalUnderTheNumberOfTheBulk() {
        Reply reply = bulk(post("a", TestServer.user("ana", "")), post("b", TestServer.user("ANA", "")));

        List<JournalEntry> entries = scim.journal.all();
        JournalEntry outer = entries.get(0);
        assertThat(outer.id()).isEqualTo(reply.header("X-Request-Id"));
        assertThat(outer.path()).isEqualTo("/Bulk");
        assertThat(outer.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(outer.notes()).anyMatch(note -> note.startsWith("Of 2 operations, 1 succeeded, 1 failed"));
        JournalEntry ana = scim.server()
                .journal()
                .latest(Optional.empty(), Optional.of(find("ana")), Optional.of(10))
                .get(0);
        assertThat(ana.path()).isEqualTo("/Users");
        assertThat(ana.plan()).containsExactly("Create the user \"ana\".");
        assertThat(ana.notes()).contains("This was operation 1 of the bulk request " + outer.id() + ".");
        assertThat(entries.get(2).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entries.get(2).notes()).contains("This was operation 2 of the bulk request " + outer.id() + ".");
        assertThat(reply.text("/Operations/1/response/detail"))
                .contains(entries.get(2).id());
        assertThat(entries).hasSize(3);
    }

    @Test
    void bulkWhenTheProcessEndsThenWhatWasDoneStaysAndTheJournalShowsTheRest() {
        scim.create("ana", "");
        String ana = find("ana");
        scim.directory.arm("updateUser", Point.BEFORE, new ProcessEnded());

        assertThatThrownBy(() -> bulk(
                        post("b", TestServer.user("bo", "")),
                        operation("PUT", "/Users/" + ana, TestServer.user("ana", ",\"displayName\":\"New\"")),
                        post("c", TestServer.user("cy", ""))))
                .isInstanceOf(ProcessEnded.class);
        scim.restart();

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactlyInAnyOrder("ana", "bo");
        assertThat(scim.get("/Users/" + find("bo")).status()).isEqualTo(200);
        assertThat(scim.get("/Users/" + ana).text("/displayName")).isEqualTo("New");
        assertThat(scim.journal.all().stream().filter(entry -> entry.path().equals("/Bulk")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.RUNNING));
    }

    @Test
    void bulkWhenSomethingBreaksInOneOperationThenOthersAreNotHarmed() {
        scim.directory.arm("createUser", Point.BEFORE, new IllegalStateException("secret internals"));

        Reply reply = bulk(post("a", TestServer.user("ana", "")), post("b", TestServer.user("bo", "")));

        assertThat(statuses(reply)).containsExactly("500", "201");
        assertThat(reply.body()).doesNotContain("secret internals");
    }

    @Test
    void bulkWhenTheConnectionIsPausedOrTheMethodIsNotPostThenNothingIsDone() {
        assertThat(scim.get("/Bulk").header("Allow")).isEqualTo("POST");
        assertThat(scim.get("/Bulk/1").status()).isEqualTo(404);

        scim.pause();
        assertThat(bulk(post("a", TestServer.user("ana", ""))).status()).isEqualTo(503);
        assertThat(scim.records.all()).isEmpty();
    }

    private JournalEntry last() {
        return scim.journal.all().stream()
                .filter(entry -> entry.path().equals("/Bulk"))
                .findFirst()
                .orElseThrow();
    }

    private Reply bulk(String... operations) {
        return send("", List.of(operations));
    }

    private Reply send(String limit, List<String> operations) {
        return scim.post(
                "/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]," + limit + "\"Operations\":["
                        + String.join(",", operations) + "]}");
    }

    private static String post(String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" + bulkId + "\",\"data\":" + data + "}";
    }

    private static String operation(String method, String path, String data) {
        return "{\"method\":\"" + method + "\",\"path\":\"" + path + "\",\"data\":" + data + "}";
    }

    private static String managedBy(String id) {
        return ",\"" + ENTERPRISE + "\":{\"department\":\"D\",\"manager\":{\"value\":\"" + id + "\"}}";
    }

    private String find(String userName) {
        return scim.get("/Users?filter=userName eq \"" + userName + "\"").text("/Resources/0/id");
    }

    private String manager(String userName) {
        return scim.get("/Users/" + find(userName))
                .json()
                .path(ENTERPRISE)
                .at("/manager/value")
                .asText();
    }

    private static String uri(String id) {
        return TestServer.BASE + "/Users/" + id;
    }

    private static List<String> statuses(Reply reply) {
        return reply.json()
                .at("/Operations")
                .valueStream()
                .map(entry -> entry.get("status").asText())
                .toList();
    }

    private static List<String> entries(Reply reply) {
        return reply.json()
                .at("/Operations")
                .valueStream()
                .map(entry -> String.join(
                        " ",
                        text(entry, "method"),
                        text(entry, "bulkId"),
                        text(entry, "status"),
                        text(entry, "location"),
                        text(entry, "version")))
                .toList();
    }

    private static String text(JsonNode entry, String name) {
        return entry.has(name) ? entry.get(name).asText() : "-";
    }

    /** Without the journal number, which is another each time. */
    private static String sentence(String detail) {
        return detail.substring(0, detail.lastIndexOf(" (Journal"));
    }
}
