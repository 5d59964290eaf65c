package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Whatever is wrong: a SCIM error with a sentence for the provider's admin, nothing changed, an entry in the journal. */
class BadInputTest {

    private final TestServer scim = new TestServer();
    private String id = "";
    private String before = "";

    @BeforeEach
    void createSomebody() {
        id = scim.create("ana", ",\"title\":\"Engineer\"");
        before = scim.get("/Users/" + id).body();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /Users                     | {\"userName\":                                    | 400 | invalidSyntax",
                "POST   | /Users                     | []                                                | 400 | invalidSyntax",
                "POST   | /Users                     | ``                                                | 400 | invalidSyntax",
                "POST   | /Users                     | {\"userName\":\"a\",\"USERNAME\":\"b\"}           | 400 | invalidSyntax",
                "POST   | /Users                     | {\"userName\":\"bo\",\"title\":null,\"TITLE\":\"x\"} | 400 | invalidSyntax",
                "POST   | /Users                     | {\"displayName\":\"x\"}                           | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"  \"}                             | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\" bo\"}                            | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"b\\u0000o\"}                      | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"bo\",\"active\":\"perhaps\"}      | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"bo\",\"emails\":[{\"value\":{}}]} | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"b\\uD800o\"}                      | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"bo\",\"title\":\"\\u0000\"}      | 400 | invalidValue",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"add\",\"path\":\"nickName\",\"value\":\"\\uDC00\"}]} | 400 | invalidValue",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"add\",\"path\":\"emails[type eq \\\"\\\\u0000\\\"].value\",\"value\":\"x\"}]} | 400 | invalidPath",
                "GET    | /Users?filter=userName+eq+%22%5Cu0000%22 | ``                                    | 400 | invalidFilter",
                "POST   | /Users                     | {\"userName\":\"forbidden\"}                      | 400 | invalidValue",
                "POST   | /Users                     | {\"userName\":\"ANA\"}                            | 409 | uniqueness",
                "POST   | /Users?attributes=id&excludedAttributes=name | {\"userName\":\"bo\"}           | 400 | invalidValue",
                "PUT    | /Users/ID                  | {\"displayName\":\"x\"}                           | 400 | invalidValue",
                "PUT    | /Users/ID                  | {\"userName\":\"forbidden\"}                      | 400 | invalidValue",
                "PUT    | /Users/nobody              | {\"userName\":\"bo\"}                             | 404 | -",
                "PATCH  | /Users/ID                  | {\"Operations\":[]}                               | 400 | invalidSyntax",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"add\",\"OP\":\"add\",\"path\":\"nickName\",\"value\":\"x\"}]} | 400 | invalidSyntax",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"add\",\"path\":\"nickName\",\"value\":null,\"Value\":\"x\"}]} | 400 | invalidSyntax",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"replace\",\"path\":\"nope\",\"value\":1}]} | 400 | invalidPath",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}]} | 400 | mutability",
                "PATCH  | /Users/ID                  | {\"Operations\":[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"},{\"op\":\"remove\",\"path\":\"userName\"}]} | 400 | -",
                "DELETE | /Users/nobody              | ``                                                | 404 | -",
                "GET    | /Users/nobody              | ``                                                | 404 | -",
                "GET    | /Users?filter=             | ``                                                | 400 | invalidFilter",
                "GET    | /Users?filter=userName+xx+%22a%22 | ``                                         | 400 | invalidFilter",
                "GET    | /Users?filter=nope+eq+%22a%22 | ``                                             | 400 | invalidFilter",
                "GET    | /Users?filter=password+sw+%22a%22 | ``                                         | 400 | invalidFilter",
                "GET    | /Users?count=ten           | ``                                                | 400 | invalidValue",
                "GET    | /Schemas?filter=id+pr      | ``                                                | 403 | -",
                "GET    | /Schemas/urn:nope          | ``                                                | 404 | -",
                "GET    | /ResourceTypes/user        | ``                                                | 404 | -",
                "GET    | /Nothing                   | ``                                                | 404 | -",
                "GET    | /Users/ID/more             | ``                                                | 404 | -",
                "GET    | /v1/Users                  | ``                                                | 400 | invalidVers",
                "POST   | /Bulk                      | {}                                                | 400 | invalidSyntax",
                "GET    | /Me                        | ``                                                | 501 | -",
                "POST   | /Users/.search             | {}                                                | 400 | invalidSyntax",
                "POST   | /Users/.search             | ``                                                | 400 | invalidSyntax",
                "POST   | /.search                   | {\"schemas\":[\"urn:nope\"]}                     | 400 | invalidSyntax",
                "POST   | /.search                   | SEARCH\"filter\":\"nope pr\"}                    | 400 | invalidFilter",
                "POST   | /.search                   | SEARCH\"filter\":\"\"}                           | 400 | invalidFilter",
                "POST   | /Users/.search             | SEARCH\"filter\":[1]}                            | 400 | invalidValue",
                "POST   | /Users/.search             | SEARCH\"attributes\":\"id\"}                      | 400 | invalidValue",
                "POST   | /Users/.search             | SEARCH\"excludedAttributes\":[1]}                | 400 | invalidValue",
                "POST   | /Users/.search             | SEARCH\"attributes\":[\"id\"],\"excludedAttributes\":[\"name\"]} | 400 | invalidValue",
                "POST   | /Users/.search             | SEARCH\"count\":\"ten\"}                          | 400 | invalidValue",
                "POST   | /Users/.search             | SEARCH\"count\":1.5}                             | 400 | invalidValue",
                "POST   | /Users/.search             | SEARCH\"cursor\":\"AAAA\"}                        | 400 | invalidCursor",
                "GET    | /?filter=nope+pr           | ``                                                | 400 | invalidFilter",
                "GET    | /Users/.search             | ``                                                | 405 | -",
                "PUT    | /                          | {}                                                | 405 | -",
                "GET    | /Users?sortBy=nope         | ``                                                | 400 | invalidPath",
                "GET    | /Users?sortBy=name         | ``                                                | 400 | invalidPath",
                "GET    | /Users?sortBy=password     | ``                                                | 400 | invalidPath",
                "GET    | /Users?sortBy=title&sortOrder=up | ``                                          | 400 | invalidValue",
                "GET    | /Users?startIndex=one      | ``                                                | 400 | invalidValue",
                "GET    | /Users?cursor=%F0%9F%98%80 | ``                                                | 400 | invalidCursor",
                "GET    | /Users?cursor=YQ           | ``                                                | 400 | invalidCursor",
                "GET    | /Users?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | ``                | 400 | invalidCursor",
                "GET    | /Users?cursor&count=1001   | ``                                                | 400 | invalidCount",
                "GET    | /Users?cursor&startIndex=1 | ``                                                | 400 | invalidValue",
                "GET    | /Schemas/urn:nope?filter=id+pr | ``                                            | 403 | -",
                "GET    | /ResourceTypes/User?filter=id+pr | ``                                          | 403 | -",
                "GET    | /ServiceProviderConfig?filter=id+pr | ``                                       | 403 | -",
                "POST   | /Users/ID                  | {}                                                | 405 | -",
                "PUT    | /Users                     | {}                                                | 405 | -",
                "DELETE | /Schemas                   | ``                                                | 405 | -",
            })
    @Requirement({
        "C176", "C220", "C233", "C234", "C235", "C269", "C278", "C283", "C297", "C312", "C316", "C327", "C328", "C331",
        "C461", "C462", "C464"
    })
    void requestWhenWrongThenScimErrorAndNothingChanged(
            String method, String target, String body, int status, String scimType) {
        scim.directory.refuse("forbidden");

        String search = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],";

        Reply reply = scim.send(method, target.replace("ID", id), body.replace("SEARCH", search), Map.of());

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.text("/scimType")).isEqualTo(scimType.equals("-") ? reply.text("/scimType") : scimType);
        assertRefused(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "displayName, displayName",
        "name.givenName, name.givenName",
        "name.familyName, name.familyName",
        "emails[type eq \\\"work\\\"].value, e-mail"
    })
    @Requirement("C464")
    void writeWhenTheDirectoryHasNoRoomForAValueThenItsAttributeIsNamed(String path, String named) {
        String operation = "[{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}]";

        Reply reply = scim.patch("/Users/" + id, operation.formatted(path, "x".repeat(256)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo("invalidValue");
        assertThat(reply.text("/detail")).contains(named).contains("255");
        assertRefused(reply);
        assertThat(scim.patch("/Users/" + id, operation.formatted(path, "x".repeat(255)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requestWhenJsonIsMalformedThenLineAndColumnAreTold() {
        Reply reply = scim.post("/Users", "{\n  \"userName\": \"bo\",\n  oops\n}");

        assertThat(reply.text("/detail")).contains("line 3").contains("column");
        assertRefused(reply);
    }

    @Test
    @Requirement("C024")
    void requestWhenJsonIsNestedTooDeeplyThenRefused() {
        Reply reply = scim.post("/Users", "{\"userName\":\"bo\",\"name\":" + "[".repeat(5000));

        assertThat(reply.text("/scimType")).isEqualTo("invalidSyntax");
        assertRefused(reply);
    }

    @Test
    @Requirement({"C024", "C468"})
    void requestWhenBodyIsTooLargeThenRefused() {
        Reply reply =
                scim.send(TestServer.request("POST", "/Users", new byte[ScimServer.MAX_BODY_BYTES + 1], Map.of()));

        assertThat(reply.status()).isEqualTo(413);
        assertRefused(reply);
    }

    @Test
    @Requirement({"C012", "C468"})
    void requestWhenMediaTypeIsForeignThenRefused() {
        Reply reply = scim.send("POST", "/Users", "<user/>", Map.of("content-type", "text/xml; charset=utf-8"));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text("/detail")).contains("application/scim+json");
        assertRefused(reply);
    }

    @Test
    @Requirement({"C026", "C027", "C468"})
    void requestWhenMethodIsNotAllowedThenAllowedOnesAreNamed() {
        assertThat(scim.post("/Users/" + id, "{}").header("Allow")).isEqualTo("DELETE, GET, PATCH, PUT, HEAD");
        assertThat(scim.put("/Users", "{}").header("Allow")).isEqualTo("GET, POST, HEAD");
    }

    @Test
    @Requirement({"C469", "C468"})
    void requestWhenConnectionIsPausedThenRetryLater() {
        scim.pause();

        Reply reply = scim.get("/Users");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("300");
        assertThat(reply.header("X-Request-Id")).isEqualTo(scim.journal.last().id());
        assertThat(scim.post("/Users", TestServer.user("bo", "")).status()).isEqualTo(503);
    }

    @Test
    @Requirement("C419")
    void writeWhenDirectoryIsReadOnlyThenForbidden() {
        scim.directory.forbid(DirectoryOperation.values());

        Reply reply = scim.post("/Users", TestServer.user("bo", ""));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/detail")).contains("Internal").contains("create user");
        assertRefused(reply);
        assertThat(scim.delete("/Users/" + id).status()).isEqualTo(403);
        assertThat(scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]")
                        .status())
                .isEqualTo(403);
        assertThat(scim.get("/Users/" + id).body()).isEqualTo(before);
    }

    @Test
    void requestWhenDirectoryIsSwitchedOffThenRetryLater() {
        scim.directory.switchOff();

        assertThat(scim.get("/Users").status()).isEqualTo(503);
        assertThat(scim.post("/Users", TestServer.user("bo", "")).status()).isEqualTo(503);
        assertThat(scim.get("/Users/" + id).header("Retry-After")).isNotEmpty();
    }

    @Test
    void writeWhenDirectoryIsOutOfReachThenRetryLaterAndNothingChanged() {
        scim.directory.arm(
                "updateUser", Point.BEFORE, new DirectoryException.Unavailable("The database is down.", null));

        Reply reply = scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
        assertRefused(reply);
    }

    @Test
    void createWhenTheDirectoryFailsAfterItMadeTheUserThenCreated() {
        scim.directory.arm(
                "createUser", Point.AFTER, new DirectoryException.Unavailable("A listener has failed.", null));

        Reply reply = scim.post("/Users", TestServer.user("bo", ""));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(scim.get("/Users/" + reply.text("/id")).text("/userName")).isEqualTo("bo");
        assertThat(scim.records.all()).hasSize(2).noneMatch(record -> record.isPending());
    }

    @Test
    @Requirement("C355")
    void writeWhenLaterChangeIsRefusedThenEarlierOnesAreTakenBack() {
        scim.directory.refuse("forbidden");

        Reply reply = scim.patch(
                "/Users/" + id,
                "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"ana.new\"}"
                        + ",{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"forbidden\"}]");

        assertThat(reply.status()).isEqualTo(400);
        assertRefused(reply);
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana");
    }

    @Test
    @Requirement("C465")
    void requestWhenSomethingBreaksThenOnlyTheJournalNumberIsTold() {
        scim.directory.arm("createUser", Point.BEFORE, new IllegalStateException("secret internals"));

        Reply reply = scim.post("/Users", TestServer.user("bo", ""));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text("/detail")).contains(scim.journal.last().id());
        assertThat(reply.body()).doesNotContain("secret internals").doesNotContain("Exception");
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(scim.post("/Users", TestServer.user("bo", "")).status())
                .as("what was cut off is continued")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"/Users/%2e%2e", "/Users/a%2Fb", "/Users/%F0%9F%98%80", "/Users/%00", "/Users/'%20OR%201=1"})
    @Requirement({"C210", "C211", "C481"})
    void getWhenIdIsStrangeThenNotFound(String target) {
        assertThat(scim.get(target).status()).isEqualTo(404);
        assertThat(scim.get("/Users/" + "x".repeat(5000)).body()).hasSizeLessThan(500);
    }

    private void assertRefused(Reply reply) {
        assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
        assertThat(reply.text("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(reply.text("/status")).isEqualTo(Integer.toString(reply.status()));
        assertThat(reply.text("/detail")).isNotBlank().doesNotContain("Exception", "org.scimsuite", "java.");
        JournalEntry entry = scim.journal.last();
        assertThat(reply.header("X-Request-Id")).isEqualTo(entry.id());
        assertThat(entry.status()).isEqualTo(reply.status());
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.detail()).contains(reply.text("/detail"));
        assertThat(scim.records.all()).hasSize(1).noneMatch(record -> record.isPending());
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).hasSize(1);
        assertThat(scim.get("/Users/" + id).body()).isEqualTo(before);
    }
}
