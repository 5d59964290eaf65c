package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.ConnectionDraft;
import org.scimsuite.core.admin.IssuedToken;
import org.scimsuite.core.admin.TokenDraft;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.TokenScope;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** What the sender of a request may do, and how often. */
class AccessTest {

    private static final String TITLE = TestServer.patchBody("[{\"op\":\"add\",\"path\":\"title\",\"value\":\"Dr\"}]");

    private final TestServer scim = new TestServer();
    private String id = "";

    @BeforeEach
    void createSomebody() {
        id = scim.create("ana", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"POST | /Users", "PUT | /Users/ID", "PATCH | /Users/ID", "DELETE | /Users/ID", "POST | /Bulk"})
    @Requirement({"C033", "C034", "C042"})
    void writeWhenTheTokenMayOnlyReadThenForbiddenAndNothingChanged(String method, String target) {
        String body = method.equals("PATCH") ? TITLE : TestServer.user("bo", "");
        String before = scim.get("/Users/" + id).body();

        Reply reply = send(TokenScope.READ, method, target.replace("ID", id), body);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(reply.text("/status")).isEqualTo("403");
        assertThat(reply.text("/detail")).contains("only read");
        assertThat(scim.get("/Users/" + id).body()).isEqualTo(before);
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana");
        assertThat(scim.journal.last().id()).isEqualTo(reply.header("X-Request-Id"));
    }

    @Test
    @Requirement({"C034", "C042"})
    void readWhenTheTokenMayOnlyReadThenAnswered() {
        assertThat(send(TokenScope.READ, "GET", "/Users/" + id, "").status()).isEqualTo(200);
        assertThat(send(TokenScope.READ, "HEAD", "/Users/" + id, "").status()).isEqualTo(200);
        assertThat(send(TokenScope.READ, "GET", "/Users?filter=userName eq \"ana\"", "")
                        .text("/Resources/0/id"))
                .isEqualTo(id);
        assertThat(send(TokenScope.READ, "POST", "/Users/.search", "{}").status())
                .isNotEqualTo(403);
    }

    @Test
    @Requirement("C042")
    void issueWhenAScopeIsChosenThenTheTokenHasIt() {
        IssuedToken issued = ((Done<IssuedToken>) scim.server()
                        .connections()
                        .issueToken(
                                scim.connection().id(), new TokenDraft("report", Optional.empty(), TokenScope.READ)))
                .value();

        assertThat(((Admitted) scim.server().authenticate(Optional.of("Bearer " + issued.text()))).scope())
                .isEqualTo(TokenScope.READ);
    }

    @Test
    @Requirement({"C469", "C484", "C468"})
    void requestWhenTheConnectionSendsMoreThanItMayThenWaitsAndIsServedAgain() {
        scim.limit(30);
        int saved = 30 * (int) RequestRates.SAVED.toSeconds();
        for (int number = 0; number < saved; number++) {
            assertThat(scim.get("/Users/" + id).status()).isEqualTo(200);
        }

        Reply refused = scim.send("DELETE", "/Users/" + id, "", Map.of());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.text("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(refused.text("/status")).isEqualTo("429");
        assertThat(refused.text("/detail")).contains("30 requests per second");

        scim.clock.advance(Duration.ofSeconds(1));
        for (int number = 0; number < 30; number++) {
            assertThat(scim.get("/Users/" + id).status())
                    .as("request " + number)
                    .isEqualTo(200);
        }
        assertThat(scim.get("/Users/" + id).status()).isEqualTo(429);
    }

    @Test
    void requestWhenTheConnectionFloodsThenSixtyRefusalsAMinuteAreKept() {
        scim.limit(1);
        for (int number = 0; number < 200; number++) {
            scim.get("/Users/" + id);
        }

        assertThat(scim.journal.all())
                .filteredOn(entry -> entry.status() == 429)
                .hasSize(60);
    }

    @Test
    @Requirement("C484")
    void rateWhenNotChosenThenEntraIdsIsFarBelow() {
        assertThat(Connection.DEFAULT_REQUESTS_PER_SECOND).isGreaterThanOrEqualTo(25);
        ConnectionDraft draft = new ConnectionDraft(
                "Entra",
                InMemoryDirectory.ID,
                DeletePolicy.DEACTIVATE,
                ConnectionMode.LIVE,
                ProtocolSettings.COMPATIBLE);
        assertThat(draft.requestsPerSecond()).isEqualTo(Connection.DEFAULT_REQUESTS_PER_SECOND);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "100001"})
    void rateWhenOutOfRangeThenRefused(int rate) {
        assertThat(scim.server()
                        .connections()
                        .create(new ConnectionDraft(
                                "Entra",
                                InMemoryDirectory.ID,
                                DeletePolicy.DEACTIVATE,
                                ConnectionMode.LIVE,
                                ProtocolSettings.COMPATIBLE,
                                rate)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors().toString()).contains("requestsPerSecond"));
    }

    private Reply send(TokenScope scope, String method, String target, String body) {
        ScimRequest request =
                TestServer.request(method, target, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
        return new Reply(scim.server().handle(new Admitted(scim.connection(), "token-2", scope), request));
    }
}
