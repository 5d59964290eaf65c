package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.conformance.Requirement;
import org.scimsuite.workbench.replay.Exchange;
import org.scimsuite.workbench.replay.Mappings;
import org.scimsuite.workbench.replay.Replayer;

/** Whatever the product's own filters do to strangers, SCIM works and the admin pages stay shut. */
@OnEachHost(
        products = Product.JIRA,
        generations = {Generation.P8, Generation.P7},
        databases = Database.H2,
        frontFilters = {
            FrontFilters.USUAL,
            FrontFilters.REJECTING_TOKENS,
            FrontFilters.REJECTING_TOKENS_ON_REST,
            FrontFilters.WITHOUT_LOGIN_REDIRECT
        })
class FrontFiltersTest extends AcceptanceCase {

    @Test
    void scimWhenTheTokenIsOursThenADayPassesAsAnywhere() {
        Exchange day = Exchange.load("entra", "day-at-acme");
        MappingClient mapping = admin.mapping(host.connectionId());
        mapping.save(mapping.version(), Mappings.bundle(day.mapping()));

        var result = new Replayer(
                        scim.base(), host.token(), admin.people(1), new PrintStream(OutputStream.nullOutputStream()))
                .play(day);

        assertThat(result.failures()).isEmpty();
    }

    @Test
    @Requirement({"C029", "C030", "C466"})
    void scimWhenTheTokenIsMissingOrForeignThenOurOwn401AndNoLoginPage() {
        URI users = URI.create(scim.base() + "/Users");

        assertScimError(Http.send("GET", users, Map.of(), Optional.empty()), 401, "");
        assertScimError(new ScimClient(scim.base(), "Bearer NjQ4MDk4MzQ4OTM0").get("/Users"), 401, "");
    }

    @Test
    @Requirement("C041")
    void scimWhenAskedWithASessionOrAsAdminThenItDoesNotCount() {
        URI users = URI.create(scim.base() + "/Users");

        Reply basic =
                Http.send("GET", users, Map.of("Authorization", AdminClient.basic("admin", "admin")), Optional.empty());
        Reply cookie = Http.send("GET", users, Map.of("Cookie", "JSESSIONID=guessed"), Optional.empty());

        assertScimError(basic, 401, "");
        assertScimError(cookie, 401, "");
        assertThat(scim.get("/Users?count=1").header("Set-Cookie")).isEmpty();
    }

    @Test
    @Requirement("C481")
    void scimWhenThePathIsDisguisedThenTheGuardIsNotPassed() {
        URI product = host.process().base();

        for (String path : new String[] {
            "/plugins/servlet/scim/v2/Users;x=y",
            "/plugins/servlet/scim;x=y/v2/Users",
            "/plugins/servlet/./scim/v2/Users",
            "/plugins/servlet//scim/v2/Users",
            "/plugins/servlet/scim/v2/%55sers",
            "/plugins/servlet/%73cim/v2/Users"
        }) {
            Reply reply = Http.send("GET", URI.create(product + path), Map.of(), Optional.empty());

            assertThat(reply.status()).as(path).isIn(302, 400, 401, 403, 404);
            assertThat(reply.text()).as(path).doesNotContain("Resources");
        }
    }

    @Test
    void adminPageWhenNotLoggedInThenNothingIsShown() {
        URI page = URI.create(host.process().base() + "/plugins/servlet/scim-admin");

        Reply stranger = Http.send("GET", page, Map.of(), Optional.empty());
        Reply known =
                Http.send("GET", page, Map.of("Authorization", AdminClient.basic("admin", "admin")), Optional.empty());

        assertThat(stranger.status()).isIn(302, 401, 403);
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.text()).contains("<html").doesNotContain(host.token());
    }
}
