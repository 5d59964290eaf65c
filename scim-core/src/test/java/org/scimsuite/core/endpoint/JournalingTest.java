package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.connection.AuthenticationResult.Denied;
import org.scimsuite.core.connection.AuthenticationResult.Reason;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

class JournalingTest {

    private final TestServer scim = new TestServer();

    @Test
    @Requirement({"C043", "C133", "C135", "C478"})
    void writeWhenAppliedThenPlanSubjectNotesAndBodyWithoutSecretsAreKept() {
        Reply reply = scim.post(
                "/Users", TestServer.user("ana", ",\"password\":\"S3CRET\",\"active\":\"True\",\"groups\":[]"));

        JournalEntry entry = scim.journal.last();
        assertThat(entry.id()).isEqualTo(reply.header("X-Request-Id"));
        assertThat(entry.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(entry.status()).isEqualTo(201);
        assertThat(entry.connectionId()).contains(scim.connection().id());
        assertThat(entry.subjectId()).contains(reply.text("/id"));
        assertThat(entry.subjectName()).contains("ana");
        assertThat(entry.plan()).containsExactly("Create the user \"ana\".");
        assertThat(entry.notes()).anyMatch(note -> note.contains("password"));
        assertThat(entry.body()).contains("\"userName\":\"ana\"").doesNotContain("S3CRET");
        assertThat(reply.body()).doesNotContain("password").doesNotContain("S3CRET");
        assertThat(scim.records.all().get(0).resource()).doesNotContain("S3CRET");
        assertThat(scim.server().journal().latest(Optional.empty(), Optional.of(reply.text("/id")), Optional.of(10)))
                .containsExactly(entry);
    }

    @Test
    void readWhenItSucceedsThenNothingIsKept() {
        Reply reply = scim.get("/Users");

        assertThat(scim.journal.all()).isEmpty();
        assertThat(reply.header("X-Request-Id")).isEmpty();
    }

    @Test
    @Requirement("C478")
    void readWhenItFailsThenPathAndQueryAreKeptWithoutTokens() {
        scim.get("/Users?filter=userName zz \"a\"&token=scim_abcdefghijkl");

        assertThat(scim.journal.last().path())
                .contains("/Users?")
                .contains("userName zz")
                .doesNotContain("scim_abc");
    }

    @Test
    @Requirement({"C467", "C478"})
    void requestWhenASecretIsInTheWrongPlaceThenNeitherJournalNorAnswerRepeatsIt() {
        Reply byId = scim.get("/Users/scim_abcdefS3CRET");
        Reply byQuery = scim.get("/Users/nobody?access_token=S3CRET&password=S3CRET");
        Reply byName = scim.post("/Users?client_secret=S3CRET", TestServer.user("scim_abcdefS3CRET", ""));
        scim.patch(
                "/Users/" + byName.text("/id"),
                "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Bearer abcdefS3CRET\"}]");

        assertThat(byId.body()).doesNotContain("S3CRET");
        assertThat(byQuery.body()).doesNotContain("S3CRET");
        assertThat(scim.journal.all()).hasSize(4).allSatisfy(entry -> assertThat(entry.toString())
                .doesNotContain("S3CRET"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /Users/nobody",
        "GET, /Users?filter=x",
        "GET, /Nothing",
        "POST, /Users",
        "PUT, /Users",
        "DELETE, /Users/nobody",
        "POST, /Bulk"
    })
    void requestWhenRefusedThenTheDetailEndsWithTheJournalNumber(String method, String target) {
        Reply reply = scim.send(method, target, "", Map.of());

        String number = scim.journal.last().id();
        assertThat(reply.text("/detail")).endsWith(" (Journal " + number + ")").containsOnlyOnce(number);
        assertThat(reply.header("X-Request-Id")).isEqualTo(number);
        assertThat(scim.journal.last().detail()).contains(reply.text("/detail"));
    }

    @Test
    void denyWhenNothingIsKeptThenNoJournalNumberIsTold() {
        for (int number = 0; number < 60; number++) {
            assertThat(new Reply(deny()).text("/detail"))
                    .endsWith("(Journal " + scim.journal.last().id() + ")");
        }

        assertThat(new Reply(deny()).text("/detail")).doesNotContain("Journal");
    }

    @Test
    @Requirement({"C031", "C032", "C043", "C468"})
    void denyWhenAStrangerAsksThenUnauthorizedAndTheReasonIsForTheJournalOnly() {
        ScimResponse response = deny();

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"SCIM\"");
        Reply reply = new Reply(response);
        assertThat(reply.text("/status")).isEqualTo("401");
        assertThat(reply.body()).doesNotContain(Reason.EXPIRED.sentence());
        assertThat(scim.journal.last().notes()).containsExactly(Reason.EXPIRED.sentence());
    }

    @Test
    void denyWhenStrangersAskOftenThenSixtyAMinuteAreKept() {
        for (int number = 0; number < 100; number++) {
            deny();
        }
        assertThat(scim.journal.all()).hasSize(60);

        scim.clock.advance(Duration.ofMinutes(1));
        deny();
        assertThat(scim.journal.all()).hasSize(61);
    }

    @Test
    void changeOfAGroupWhenItGoesWellThenItsEntryIsWrittenOnceAndWithTheChange() {
        scim.post("/Groups", "{\"displayName\":\"Team\"}");
        String path = "/Groups/" + scim.get("/Groups").text("/Resources/0/id");
        assertThat(scim.journal.takeWrites()).isEqualTo(1);

        String rename = "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}]";
        scim.patch(path, rename.formatted("Crew"));
        assertThat(scim.journal.takeWrites()).isEqualTo(1);
        assertThat(scim.journal.last().status()).isEqualTo(204);

        scim.patch(path + "?attributes=id", rename.formatted("Band"));
        assertThat(scim.journal.takeWrites()).isEqualTo(1);
        assertThat(scim.journal.last().status()).isEqualTo(200);

        scim.put(path, "{\"displayName\":\"Gang\"}");
        scim.delete(path);
        assertThat(scim.journal.takeWrites()).isEqualTo(2);
    }

    private ScimResponse deny() {
        return scim.server()
                .deny(new Denied(Reason.EXPIRED), TestServer.request("GET", "/Users", new byte[0], Map.of()));
    }
}
