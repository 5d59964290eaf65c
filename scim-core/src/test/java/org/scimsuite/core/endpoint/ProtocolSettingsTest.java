package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.ProtocolSettings.Strictness;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** What the protocol settings of a connection change in the answers to the requests of {@code endpoint/tolerances.json}. */
class ProtocolSettingsTest {

    private static final JsonNode CASES = Corpus.read("endpoint/tolerances.json");

    private final TestServer scim = new TestServer();

    @TestFactory
    Stream<DynamicTest> toleranceWhenAllowedThenAnsweredAndNoted() {
        return Corpus.tests(CASES.get("cases"), "tolerance", each -> {
            TestServer server = new TestServer();

            assertAnswer(play(server, each), each.get("compatible"));

            // a read that was answered is not journaled
            if (!each.at("/request/method").asText().equals("GET")) {
                assertThat(noted(server)).contains(tolerance(each).sentence());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> toleranceWhenTheConnectionIsStrictThenTheRfcsAnswer() {
        return Corpus.tests(CASES.get("cases"), "tolerance", each -> {
            TestServer server = new TestServer();

            assertAnswer(play(server, Strictness.STRICT, Set.of(), each), each.get("strict"));

            assertThat(noted(server)).doesNotContain(tolerance(each).sentence());
        });
    }

    @TestFactory
    Stream<DynamicTest> toleranceWhenOnlyThisOneIsSwitchedOffThenAnsweredAsStrictly() {
        return Corpus.tests(
                CASES.get("cases"),
                "tolerance",
                each -> assertAnswer(
                        play(new TestServer(), Strictness.COMPATIBLE, Set.of(tolerance(each)), each),
                        each.get("strict")));
    }

    @TestFactory
    Stream<DynamicTest> toleranceWhenAllOthersAreSwitchedOffThenAnsweredStill() {
        return Corpus.tests(
                CASES.get("cases"),
                "tolerance",
                each -> assertAnswer(
                        play(
                                new TestServer(),
                                Strictness.COMPATIBLE,
                                EnumSet.complementOf(EnumSet.of(tolerance(each))),
                                each),
                        each.get("compatible")));
    }

    @Test
    void casesWhenCountedThenOneForEachTolerance() {
        assertThat(CASES.get("cases"))
                .extracting(ProtocolSettingsTest::tolerance)
                .containsExactlyInAnyOrder(Tolerance.values());
    }

    @Test
    void conformingRequestWhenTheConnectionIsStrictThenAnsweredAndNothingNoted() {
        scim.speak(new ProtocolSettings(Strictness.STRICT, Set.of(), UnknownAttributes.REFUSE));

        Reply created = scim.post("/Users", CASES.get("person").toString());
        Reply patched = scim.patch(
                "/Users/" + created.text("/id"),
                "[{\"op\":\"replace\",\"value\":{\"active\":false,\"name\":{\"givenName\":\"Anna\"}}},"
                        + "{\"op\":\"remove\",\"path\":\"emails[type eq \\\"work\\\"]\"}]");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertThat(noted(scim)).isEmpty();
    }

    @Test
    @Requirement("C121")
    void unknownAttributesWhenIgnoredThenLeftOutAndNoted() {
        Reply created = scim.post("/Users", TestServer.user("ana", ",\"shoeSize\":38"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).doesNotContain("shoeSize");
        assertThat(noted(scim)).contains("An attribute that this server does not know was left out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"shoeSize\":38",
                "\"name\":{\"shoeSize\":38}",
                "\"emails\":[{\"value\":\"a@b.test\",\"shoeSize\":38}]"
            })
    @Requirement("C121")
    void unknownAttributesWhenRefusedThen400InEveryWayOfWriting(String member) {
        String id = scim.create("ana", "");
        scim.speak(new ProtocolSettings(Strictness.COMPATIBLE, Set.of(), UnknownAttributes.REFUSE));

        List<Reply> replies = List.of(
                scim.post("/Users", TestServer.user("bo", "," + member)),
                scim.put("/Users/" + id, TestServer.user("ana", "," + member)),
                scim.patch("/Users/" + id, "[{\"op\":\"add\",\"value\":{" + member + "}}]"));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text("/scimType")).isEqualTo("invalidValue");
            assertThat(reply.text("/detail")).contains("shoeSize");
        });
        assertThat(scim.directory.writes()).containsExactly("createUser ana");
    }

    @Test
    @Requirement("C121")
    void unknownExtensionAttributeWhenRefusedThen400() {
        String id = scim.create("ana", "");
        scim.speak(new ProtocolSettings(Strictness.COMPATIBLE, Set.of(), UnknownAttributes.REFUSE));

        Reply reply = scim.patch(
                "/Users/" + id,
                "[{\"op\":\"add\",\"value\":{\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":"
                        + "{\"shoeSize\":38}}}]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo("invalidValue");
    }

    private static Reply play(TestServer server, Strictness strictness, Set<Tolerance> switchedOff, JsonNode each) {
        server.speak(new ProtocolSettings(strictness, switchedOff, UnknownAttributes.IGNORE));
        return play(server, each);
    }

    /** Sends the request of a case to a server that has the person already. */
    private static Reply play(TestServer server, JsonNode each) {
        String id = server.post("/Users", CASES.get("person").toString()).text("/id");
        JsonNode request = each.get("request");
        return server.send(
                request.get("method").asText(),
                request.get("path").asText().replace("{id}", id),
                request.path("body").toString().replace("{id}", id),
                Map.of());
    }

    private static void assertAnswer(Reply reply, JsonNode expected) {
        assertThat(reply.status())
                .as(reply.toString())
                .isEqualTo(expected.get("status").asInt());
        expected.path("body").properties().forEach(member -> {
            JsonNode actual = reply.json().at(member.getKey());
            assertThat(actual.isMissingNode() ? "" : actual.asText())
                    .as(member.getKey())
                    .isEqualTo(member.getValue().asText());
        });
    }

    private static Tolerance tolerance(JsonNode each) {
        return Tolerance.valueOf(each.get("tolerance").asText());
    }

    private static List<String> noted(TestServer server) {
        return server.journal.last().notes();
    }
}
