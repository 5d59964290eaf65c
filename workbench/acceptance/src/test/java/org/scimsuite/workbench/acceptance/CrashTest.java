package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.workbench.replay.Person;

/**
 * The process dies between store and directory. It is started again on the same data, and the next request that meets the
 * user makes the two agree.
 */
@OnEachHost
class CrashTest extends AcceptanceCase {

    private static final int HALTED = 137;

    @Override
    String purpose() {
        return "crash";
    }

    @ParameterizedTest(name = "halted {0} addUser")
    @ValueSource(strings = {"before", "after"})
    void createWhenTheProcessDiesThenTheRepeatedCreateCompletesIt(String point) {
        String name = someone();
        admin.armFault(point, "addUser", "halt");

        assertThatThrownBy(() -> scim.create(name)).isInstanceOf(UncheckedIOException.class);
        startAgain();
        Reply again = scim.create(name);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertScimAndDirectoryAgree(again.at("/id"), name, "Given Family", true);
        assertThat(scim.create(name).status()).isEqualTo(409);
    }

    @ParameterizedTest(name = "halted {0} addUser")
    @ValueSource(strings = {"before", "after"})
    void createWhenTheProcessDiesThenALookUpHealsIt(String point) {
        String name = someone();
        admin.armFault(point, "addUser", "halt");

        assertThatThrownBy(() -> scim.create(name)).isInstanceOf(UncheckedIOException.class);
        startAgain();
        Reply found = scim.find("userName eq \"" + name + "\"");

        assertThat(found.at("/totalResults")).as(found.text()).isEqualTo("1");
        assertScimAndDirectoryAgree(found.at("/Resources/0/id"), name, "Given Family", true);
    }

    @ParameterizedTest(name = "halted {0} updateUser")
    @ValueSource(strings = {"before", "after"})
    void patchWhenTheProcessDiesThenTheNextReadShowsOneTruth(String point) {
        String name = someone();
        String id = created(name);
        admin.armFault(point, "updateUser", "halt");

        assertThatThrownBy(() -> scim.patch(
                        "/Users/" + id,
                        "{\"op\":\"replace\",\"value\":{\"displayName\":\"Changed\",\"active\":false}}"))
                .isInstanceOf(UncheckedIOException.class);
        startAgain();
        scim.get("/Users/" + id);

        assertScimAndDirectoryAgree(id, name, "Changed", false);
    }

    @ParameterizedTest(name = "halted {0} renameUser")
    @ValueSource(strings = {"before", "after"})
    void renameWhenTheProcessDiesThenThePersonHasOneNameAndIsTheSame(String point) {
        String name = someone();
        String renamed = someone();
        String id = created(name);
        String externalId = person(name).externalId();
        admin.armFault(point, "renameUser", "halt");

        assertThatThrownBy(() -> scim.patch(
                        "/Users/" + id,
                        "{\"op\":\"replace\",\"value\":{\"userName\":\"" + renamed
                                + "\",\"displayName\":\"Changed\"}}"))
                .isInstanceOf(UncheckedIOException.class);
        startAgain();
        scim.get("/Users/" + id);

        assertScimAndDirectoryAgree(id, renamed, "Changed", true);
        assertThat(admin.person(name)).isEmpty();
        assertThat(person(renamed).externalId()).isEqualTo(externalId);
    }

    @ParameterizedTest(name = "an error {0} updateUser")
    @ValueSource(strings = {"before", "after"})
    void patchWhenTheDirectoryFailsThenTheAnswerSaysSoAndTheRepeatSucceeds(String point) {
        String name = someone();
        String id = created(name);
        String change = "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Changed\"}";
        admin.armFault(point, "updateUser", "throw");

        Reply failed = scim.patch("/Users/" + id, change);
        Reply repeated = scim.patch("/Users/" + id, change);

        assertThat(failed.status()).as(failed.text()).isIn(500, 503);
        assertGivesNothingAway(failed.text());
        assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
        assertScimAndDirectoryAgree(id, name, "Changed", true);
    }

    private void startAgain() {
        assertThat(host.process().awaitEnd()).isEqualTo(HALTED);
        host.process().start();
        connect();
    }

    /** Asserts what both sides say of the user, and that nobody is there twice. */
    private void assertScimAndDirectoryAgree(String id, String name, String displayName, Boolean active) {
        Reply reply = scim.get("/Users/" + id);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.at("/userName")).isEqualTo(name);
        assertThat(reply.at("/displayName")).isEqualTo(displayName);
        assertThat(reply.json().at("/active").asBoolean()).isEqualTo(active);
        Person person = person(name);
        assertThat(person.displayName()).isEqualTo(displayName);
        assertThat(person.active()).isEqualTo(active);
        assertThat(scim.find("userName eq \"" + name + "\"").at("/totalResults"))
                .isEqualTo("1");
        assertThat(admin.people(1).people().stream().map(Person::externalId)).doesNotHaveDuplicates();
        assertThat(admin.people(1).people())
                .filteredOn(other -> other.name().equalsIgnoreCase(name))
                .hasSize(1);
    }
}
