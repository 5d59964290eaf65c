package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Confluence has: its own service for accounts, which may refuse, and a read-only mode. */
@OnEachHost(
        databases = Database.H2,
        products = Product.CONFLUENCE,
        generations = {Generation.P8, Generation.P7})
class ConfluenceTest extends AcceptanceCase {

    private static final String DEACTIVATE = "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}";
    private static final String REACTIVATE = "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}";

    @AfterEach
    void reset() {
        admin.orderProduct("{\"accounts\":\"OPEN\",\"readOnly\":false}");
    }

    @Test
    void changesOfAPersonWhenConfluenceAllowsThemThenItsOwnServiceMakesThem() {
        String name = someone();
        String other = someone();

        change(name, other);

        assertThat(calls())
                .containsSubsequence("rename " + name + " " + other, "deactivate " + other, "reactivate " + other);
    }

    @Test
    void changesOfAPersonWhenConfluenceAsksForAnAdministratorThenTheDirectoryMakesThem() {
        admin.orderProduct("{\"accounts\":\"ADMINISTRATORS\"}");
        String name = someone();
        String other = someone();

        change(name, other);

        assertThat(calls()).noneMatch(call -> call.contains(name) || call.contains(other));
    }

    /** Renames, deactivates and reactivates somebody, and looks each time whether the directory has it. */
    private void change(String name, String other) {
        String path = "/Users/" + created(name);
        Reply renamed = scim.patch(path, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + other + "\"}");
        assertThat(renamed.at("/userName")).as(renamed.text()).isEqualTo(other);
        assertThat(admin.person(name)).isEmpty();
        assertThat(person(other).active()).isTrue();
        scim.patch(path, DEACTIVATE);
        assertThat(person(other).active()).isFalse();
        scim.patch(path, REACTIVATE);
        assertThat(person(other).active()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {DEACTIVATE, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"New\"}"})
    void changeWhenConfluenceIsInReadOnlyModeThenToBeSentAgainAndNothingChanged(String patch) {
        String name = someone();
        String path = "/Users/" + created(name);
        admin.orderProduct("{\"readOnly\":true}");

        Reply refused = scim.patch(path, patch);
        Reply create = scim.create(someone());
        Reply read = scim.get(path);
        admin.orderProduct("{\"readOnly\":false}");

        for (Reply reply : List.of(refused, create)) {
            assertScimError(reply, 503, "");
            assertThat(reply.header("Retry-After")).isNotBlank();
            assertThat(reply.at("/detail")).contains("read-only mode");
        }
        assertThat(read.at("/active")).as(read.text()).isEqualTo("true");
        assertThat(read.at("/displayName")).isEqualTo("Given Family");
        assertThat(person(name).active()).isTrue();
        assertThat(scim.patch(path, patch).status()).isEqualTo(200);
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (JsonNode call : admin.product().path("calls")) {
            calls.add(call.asText());
        }
        return calls;
    }
}
