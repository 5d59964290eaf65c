package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.workbench.conformance.Requirement;
import org.scimsuite.workbench.replay.Person;

/**
 * What must not get in. Each case: a SCIM error that tells an admin what to do, nothing changed, a journal entry, and no
 * stack trace, class name or token in the answer.
 */
@OnEachHost
class BadInputTest extends AcceptanceCase {

    private static final String USER_SCHEMA = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]";

    /** A request that must be refused; {@code ${id}} and {@code ${name}} are a user who is there. */
    record Bad(String title, String method, String path, String contentType, String body, int status, String scimType) {

        static Bad post(String title, String body, int status, String scimType) {
            return new Bad(title, "POST", "/Users", "application/scim+json", body, status, scimType);
        }

        static Bad patch(String title, String operation, int status, String scimType) {
            return new Bad(
                    title,
                    "PATCH",
                    "/Users/${id}",
                    "application/scim+json",
                    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation
                            + "]}",
                    status,
                    scimType);
        }

        static Bad put(String title, String body, int status, String scimType) {
            return new Bad(title, "PUT", "/Users/${id}", "application/scim+json", body, status, scimType);
        }

        static Bad get(String title, String path, int status, String scimType) {
            return new Bad(title, "GET", path, "", "", status, scimType);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Bad> refused() {
        return Stream.of(creates(), changes(), reads()).flatMap(List::stream);
    }

    private static List<Bad> creates() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        return List.of(
                Bad.post("malformed JSON", "{" + USER_SCHEMA + ",\n\"userName\": oops}", 400, "invalidSyntax"),
                Bad.post("an empty body", "", 400, "invalidSyntax"),
                Bad.post("a list for a body", "[]", 400, "invalidSyntax"),
                Bad.post("text after the end", ScimClient.user("x") + "}", 400, "invalidSyntax"),
                Bad.post(
                        "the same member twice",
                        "{" + USER_SCHEMA + ",\"userName\":\"twice1\",\"userName\":\"twice2\"}",
                        400,
                        "invalidSyntax"),
                Bad.post(
                        "the same member in other letters",
                        "{" + USER_SCHEMA + ",\"userName\":\"twice1\",\"USERNAME\":\"twice2\"}",
                        400,
                        "invalidSyntax"),
                Bad.post(
                        "JSON nested too deep",
                        "{" + USER_SCHEMA + ",\"userName\":\"deep\",\"emails\":" + deep + "}",
                        400,
                        "invalidSyntax"),
                Bad.post("no userName", "{" + USER_SCHEMA + ",\"displayName\":\"No Name\"}", 400, "invalidValue"),
                Bad.post("a blank userName", ScimClient.user("   "), 400, "invalidValue"),
                Bad.post(
                        "a name longer than the directory takes",
                        ScimClient.user("x".repeat(300)),
                        400,
                        "invalidValue"),
                Bad.post(
                        "a number for a text",
                        "{" + USER_SCHEMA + ",\"userName\":\"typed\",\"displayName\":17}",
                        400,
                        "invalidValue"),
                Bad.post(
                        "a word for a boolean",
                        "{" + USER_SCHEMA + ",\"userName\":\"typed\",\"active\":\"perhaps\"}",
                        400,
                        "invalidValue"),
                Bad.post(
                        "a text for an object",
                        "{" + USER_SCHEMA + ",\"userName\":\"typed\",\"name\":\"Ana Arns\"}",
                        400,
                        "invalidValue"),
                Bad.post("a name that is taken", ScimClient.user("${name}"), 409, "uniqueness"),
                new Bad("XML", "POST", "/Users", "text/xml", "<user/>", 415, ""),
                new Bad(
                        "a body over the limit",
                        "POST",
                        "/Users",
                        "application/scim+json",
                        "{" + USER_SCHEMA + ",\"userName\":\"big\",\"title\":\"" + "x".repeat(9_000_000) + "\"}",
                        413,
                        ""),
                new Bad(
                        "a create at a user's own URL",
                        "POST",
                        "/Users/${id}",
                        "application/scim+json",
                        "{}",
                        405,
                        ""));
    }

    private static List<Bad> changes() {
        return List.of(
                Bad.patch(
                        "an unknown attribute",
                        "{\"op\":\"replace\",\"path\":\"shoeSize\",\"value\":\"43\"}",
                        400,
                        "invalidPath"),
                Bad.patch(
                        "a malformed path",
                        "{\"op\":\"replace\",\"path\":\"emails[\",\"value\":\"x\"}",
                        400,
                        "invalidPath"),
                Bad.patch("an unknown verb", "{\"op\":\"erase\",\"path\":\"title\"}", 400, "invalidSyntax"),
                Bad.patch("remove without a path", "{\"op\":\"remove\"}", 400, "noTarget"),
                Bad.patch(
                        "a read-only attribute",
                        "{\"op\":\"replace\",\"path\":\"groups\",\"value\":[{\"value\":\"g\"}]}",
                        400,
                        "mutability"),
                Bad.patch(
                        "a wrong type",
                        "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"perhaps\"}",
                        400,
                        "invalidValue"),
                Bad.put("PUT without userName", "{" + USER_SCHEMA + ",\"displayName\":\"x\"}", 400, "invalidValue"),
                new Bad(
                        "PUT on somebody who is not there",
                        "PUT",
                        "/Users/no-such-id",
                        "application/scim+json",
                        ScimClient.user("nobody"),
                        404,
                        ""),
                new Bad("DELETE of somebody who is not there", "DELETE", "/Users/no-such-id", "", "", 404, ""),
                new Bad("DELETE of all", "DELETE", "/Users", "", "", 405, ""));
    }

    private static List<Bad> reads() {
        return List.of(
                Bad.get("an unsupported filter", "/Users?filter=userName+resembles+%22x%22", 400, "invalidFilter"),
                Bad.get("an unfinished filter", "/Users?filter=userName+eq+%22x", 400, "invalidFilter"),
                Bad.get("an empty filter", "/Users?filter=", 400, "invalidFilter"),
                Bad.get("a filter that is a book", "/Users?filter=" + "not%20(".repeat(900), 400, "invalidFilter"),
                Bad.get("a count that is no number", "/Users?count=many", 400, "invalidValue"),
                Bad.get(
                        "attributes wanted and unwanted",
                        "/Users?attributes=userName&excludedAttributes=emails",
                        400,
                        "invalidValue"),
                Bad.get("somebody who is not there", "/Users/no-such-id", 404, ""),
                Bad.get("an endpoint that is not there", "/Robots", 404, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @Requirement({"C043", "C461", "C462", "C464"})
    void requestWhenBadThenRefusedExplainedJournaledAndNothingChanged(Bad bad) {
        String name = someone();
        String id = created(name);
        List<Person> before = admin.people(1).people();
        JsonNode resource = scim.get("/Users/" + id).json();

        Reply reply = scim.send(
                bad.method(),
                bad.path().replace("${id}", id),
                bad.contentType().isEmpty() ? Map.of() : Map.of("Content-Type", bad.contentType()),
                bad.contentType().isEmpty()
                        ? Optional.empty()
                        : Optional.of(bad.body().replace("${name}", name)));

        assertScimError(reply, bad.status(), bad.scimType());
        assertThat(admin.people(1).people()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(scim.get("/Users/" + id).json()).isEqualTo(resource);
        JsonNode entry = journaled(reply);
        assertThat(entry.path("status").asInt()).isEqualTo(bad.status());
        assertThat(entry.path("outcome").asText()).isEqualTo("REFUSED");
    }

    @Test
    void postWhenJsonIsMalformedThenLineAndColumnAreSaid() {
        Reply reply = scim.post("/Users", "{" + USER_SCHEMA + ",\n  \"userName\": oops}");

        assertThat(reply.at("/detail"))
                .containsPattern("(?i)line\\D{0,4}2\\D")
                .containsPattern("(?i)column\\D{0,4}\\d+");
    }

    @Test
    @Requirement({"C030", "C031", "C032"})
    void requestWhenTheTokenIsUnknownThen401SaysHowToAuthenticate() {
        String token = "scim_" + "A".repeat(43);

        Reply reply = new ScimClient(scim.base(), "Bearer " + token).create(someone());

        assertScimError(reply, 401, "");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.text()).doesNotContain(token);
        assertThat(journaled(reply).path("status").asInt()).isEqualTo(401);
    }

    @Test
    @Requirement({"C029", "C031", "C032"})
    void requestWhenThereIsNoTokenThen401() {
        Reply reply = Http.send("GET", URI.create(scim.base() + "/Users"), Map.of(), Optional.empty());

        assertScimError(reply, 401, "");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    @Requirement({"C027", "C176"})
    void requestWhenTheMethodIsUnknownThenAllowSaysWhatWorks() {
        Reply reply = scim.delete("/ServiceProviderConfig");

        assertScimError(reply, 405, "");
        assertThat(reply.header("Allow")).contains("GET");
    }

    @Test
    @Requirement("C478")
    void outputWhenRequestsWereMadeThenNoTokenIsInIt() {
        scim.get("/Users?count=1");

        assertThat(host.process().output()).noneMatch(line -> line.contains(host.token()));
    }

    /** Returns the journal entry that the answer names. */
    private JsonNode journaled(Reply reply) {
        String id = reply.header("X-Request-Id");
        assertThat(id).as("the journal id of the answer").isNotBlank();
        Reply journal = admin.get("/journal?limit=20");
        assertThat(journal.text()).doesNotContain(host.token());
        return Journal.entries(journal).stream()
                .filter(entry -> entry.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No journal entry " + id + " in " + journal.text()));
    }
}
