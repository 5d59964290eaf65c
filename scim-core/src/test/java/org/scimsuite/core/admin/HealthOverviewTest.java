package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.ConnectionHealth.Advice;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.testkit.TestServer;

class HealthOverviewTest {

    private final TestServer scim = new TestServer();

    @Test
    void connectionWhenItHasNoTokenThenSaid() {
        assertThat(health().advice()).contains(Advice.NO_TOKEN);
        assertThat(health().tokens().valid()).isZero();
    }

    @Test
    void connectionWhenNobodyCalledThenWaitingUntilATokenIsUsed() {
        String token = issue(Optional.empty());
        assertThat(health().advice()).contains(Advice.NEVER_CALLED);
        assertThat(health().lastContact()).isEmpty();

        call(token);

        assertThat(health().advice()).isEmpty();
        assertThat(health().lastContact()).contains(scim.clock.instant());
    }

    @Test
    void connectionWhenItsTokensRunOutThenSaidTwoWeeksBeforeAndAfterwards() {
        call(issue(Optional.of(30)));
        assertThat(health().advice()).isEmpty();
        assertThat(health().tokens().lastExpiry()).contains(scim.clock.instant().plus(Duration.ofDays(30)));

        scim.clock.advance(Duration.ofDays(17));
        assertThat(health().advice()).contains(Advice.TOKEN_EXPIRES_SOON);

        scim.clock.advance(Duration.ofDays(14));
        assertThat(health().advice()).contains(Advice.TOKENS_EXPIRED);
        assertThat(health().tokens().expired()).isEqualTo(1);
    }

    @Test
    void connectionWhenOneTokenOfTwoNeverExpiresThenNoWarning() {
        call(issue(Optional.of(1)));
        issue(Optional.empty());

        assertThat(health().advice()).isEmpty();
        assertThat(health().tokens().lastExpiry()).isEmpty();
        assertThat(health().tokens().valid()).isEqualTo(2);
    }

    @Test
    void connectionWhenOneRequestInFiveIsRefusedThenSaidForADay() {
        call(issue(Optional.empty()));
        for (String name : new String[] {"ana", "ben", "cem", "dan"}) {
            scim.create(name, "");
        }
        assertThat(health().lastDay().of(Outcome.APPLIED)).isEqualTo(4);
        assertThat(health().advice()).isEmpty();

        scim.post("/Users", "{}");
        assertThat(health().lastDay().of(Outcome.REFUSED)).isEqualTo(1);
        assertThat(health().lastDay().total()).isEqualTo(5);
        assertThat(health().advice()).contains(Advice.MANY_ERRORS);

        scim.clock.advance(Duration.ofHours(25));
        assertThat(health().lastDay().total()).isZero();
        assertThat(health().advice()).isEmpty();
    }

    @Test
    void connectionWhenPausedOrItsDirectoryIsUnusableThenSaidBeforeAllElse() {
        scim.pause();
        assertThat(health().advice()).contains(Advice.PAUSED);

        scim.directory.forbid(DirectoryOperation.UPDATE_USER);
        assertThat(health().advice()).contains(Advice.DIRECTORY_UNUSABLE);
        assertThat(health().directoryName()).isPresent();
    }

    @Test
    void connectionWhenMembersAreParkedThenSaid() {
        call(issue(Optional.empty()));
        scim.post(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Dev\",\"members\":[{\"value\":\"x1\"},{\"value\":\"x2\"}]}");

        assertThat(health().parked()).isEqualTo(2);
        assertThat(health().advice()).contains(Advice.MEMBERS_PARKED);
    }

    private ConnectionHealth health() {
        return scim.server().health().connections().get(0);
    }

    private String issue(Optional<Integer> days) {
        return ((Done<IssuedToken>)
                        scim.server().connections().issueToken(scim.connection().id(), new TokenDraft("test", days)))
                .value()
                .text();
    }

    private void call(String token) {
        scim.server().authenticate(Optional.of("Bearer " + token));
    }
}
