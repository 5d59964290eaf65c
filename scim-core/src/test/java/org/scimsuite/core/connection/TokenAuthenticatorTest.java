package org.scimsuite.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.IssuedToken;
import org.scimsuite.core.admin.TokenDraft;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.AuthenticationResult.Denied;
import org.scimsuite.core.connection.AuthenticationResult.Reason;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.workbench.conformance.Requirement;

class TokenAuthenticatorTest {

    private final TestServer scim = new TestServer();
    private final IssuedToken issued = ((Done<IssuedToken>) scim.server()
                    .connections()
                    .issueToken(scim.connection().id(), new TokenDraft("test", Optional.of(1))))
            .value();

    @Test
    @Requirement({"C037", "C039"})
    void issueWhenDoneThenOnlyTheHashIsKept() {
        assertThat(issued.text()).matches("scim_[A-Za-z0-9_-]{43}");
        assertThat(issued.token().sha256()).hasSize(64).isEqualTo(TokenText.sha256(issued.text()));
        assertThat(issued).asString().doesNotContain(issued.text());
    }

    @Test
    @Requirement("C036")
    void authenticateWhenTokenComesInAKnownFormThenAdmitted() {
        String basic = Base64.getEncoder().encodeToString(("scim:" + issued.text()).getBytes(StandardCharsets.UTF_8));
        for (String header : new String[] {
            "Bearer " + issued.text(),
            "bearer  " + issued.text(),
            "BEARER " + issued.text(),
            issued.text(),
            " " + issued.text() + " ",
            "Basic " + basic,
            "basic " + basic
        }) {
            assertThat(authenticate(header))
                    .as(header)
                    .isEqualTo(new Admitted(scim.connection(), issued.token().id(), TokenScope.WRITE));
        }
    }

    @Test
    @Requirement("C030")
    void authenticateWhenTokenIsNoneOfOursThenDeniedWithTheReason() {
        assertThat(scim.server().authenticate(Optional.empty())).isEqualTo(new Denied(Reason.MISSING));
        assertThat(authenticate(" ")).isEqualTo(new Denied(Reason.MISSING));
        for (String header :
                new String[] {"Bearer", "Bearer abc", "Basic ???", "Basic YWJj", "Digest x", "x".repeat(9000)}) {
            assertThat(authenticate(header)).as(header).isEqualTo(new Denied(Reason.MALFORMED));
        }
        assertThat(authenticate("Bearer scim_unknown")).isEqualTo(new Denied(Reason.UNKNOWN));
        assertThat(authenticate("Bearer " + issued.text().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(new Denied(Reason.MALFORMED));
    }

    @Test
    @Requirement({"C030", "C038"})
    void authenticateWhenTokenHasExpiredThenDeniedAlsoWhenRemembered() {
        assertThat(authenticate(issued.text())).isInstanceOf(Admitted.class);

        scim.clock.advance(Duration.ofDays(1));

        assertThat(authenticate(issued.text())).isEqualTo(new Denied(Reason.EXPIRED));
    }

    @Test
    @Requirement({"C030", "C038"})
    void authenticateWhenTokenWasRevokedHereThenDeniedAtOnce() {
        assertThat(authenticate(issued.text())).isInstanceOf(Admitted.class);

        AdminResult<String> revoked = scim.server()
                .connections()
                .revokeToken(scim.connection().id(), issued.token().id());

        assertThat(revoked).isInstanceOf(Done.class);
        assertThat(authenticate(issued.text())).isEqualTo(new Denied(Reason.REVOKED));
    }

    @Test
    void authenticateWhenTokenWasRevokedOnAnotherNodeThenDeniedWithinAMinute() {
        assertThat(authenticate(issued.text())).isInstanceOf(Admitted.class);
        scim.connections.revoke(scim.connection().id(), issued.token().id(), scim.clock.instant());

        scim.clock.advance(TokenAuthenticator.MEMORY);

        assertThat(authenticate(issued.text())).isEqualTo(new Denied(Reason.REVOKED));
    }

    @Test
    void authenticateWhenUsedOftenThenLookedUpAndNotedOnceAMinute() {
        for (int use = 0; use < 10; use++) {
            authenticate(issued.text());
        }
        assertThat(scim.connections.lookUps()).isEqualTo(1);
        assertThat(scim.connections.touches()).isEqualTo(1);

        scim.clock.advance(Duration.ofMinutes(1));
        authenticate(issued.text());
        assertThat(scim.connections.touches()).isEqualTo(2);
    }

    @Test
    void authenticateWhenConnectionIsPausedThenAdmittedWithTheNewModeAtOnce() {
        authenticate(issued.text());

        scim.pause();

        assertThat(((Admitted) authenticate(issued.text())).connection().mode()).isEqualTo(ConnectionMode.PAUSED);
    }

    @Test
    void authenticateWhenConnectionWasDeletedThenDenied() {
        scim.server().connections().delete(scim.connection().id());

        assertThat(authenticate(issued.text())).isInstanceOf(Denied.class);
    }

    private AuthenticationResult authenticate(String header) {
        return scim.server().authenticate(Optional.of(header));
    }
}
