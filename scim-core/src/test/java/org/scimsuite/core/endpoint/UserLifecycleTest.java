package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** A person's life from joining to leaving, through the endpoint. */
class UserLifecycleTest {

    private static final String ANA_NAME = ",\"name\":{\"givenName\":\"Ana\",\"familyName\":\"Arns\"}";
    private static final String ANA = ANA_NAME + ",\"externalId\":\"00u1\",\"title\":\"Engineer\""
            + ",\"emails\":[{\"value\":\"ana@acme.test\",\"type\":\"work\",\"primary\":true}"
            + ",{\"value\":\"ana@home.test\",\"type\":\"home\"}]";

    private final TestServer scim = new TestServer();

    @Test
    @Requirement({
        "C195", "C196", "C197", "C198", "C199", "C200", "C066", "C069", "C070", "C071", "C132", "C208", "C420", "C421"
    })
    void createWhenNameIsFreeThenUserStandsInDirectoryAndIsReturned() {
        Reply created = scim.post("/Users", TestServer.user("Ana@acme.test", ANA));

        assertThat(created.status()).isEqualTo(201);
        String location = TestServer.BASE + "/Users/" + created.text("/id");
        assertThat(created.header("Location")).isEqualTo(location);
        assertThat(created.text("/meta/location")).isEqualTo(location);
        assertThat(created.header("ETag")).isEqualTo("W/\"1\"").isEqualTo(created.text("/meta/version"));
        assertThat(created.text("/meta/created")).isEqualTo(created.text("/meta/lastModified"));
        assertThat(created.json().at("/active").asBoolean()).isTrue();
        assertThat(created.text("/emails/1/value")).isEqualTo("ana@home.test");
        assertThat(person("ana@acme.test").profile())
                .isEqualTo(new DirectoryUserProfile(
                        "Ana@acme.test", "Ana", "Arns", "Ana Arns", "ana@acme.test", Activation.ACTIVE));
        assertThat(scim.get("/Users/" + created.text("/id")).json()).isEqualTo(created.json());
    }

    @Test
    @Requirement({"C116", "C123", "C202", "C203"})
    void createWhenNameIsTakenInAnotherCaseThenConflictAndNothingChanged() {
        scim.create("ana", ANA);

        Reply second = scim.post("/Users", TestServer.user("ANA", ""));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/scimType")).isEqualTo("uniqueness");
        assertThat(second.text("/detail")).contains("userName eq");
        assertThat(scim.records.all()).hasSize(1);
        assertThat(scim.directory.writes()).containsExactly("createUser ana");
    }

    @Test
    void createWhenUserStandsInDirectoryThenConflict() {
        local("bo");

        assertThat(scim.post("/Users", TestServer.user("bo", "")).status()).isEqualTo(409);
        assertThat(scim.records.all()).isEmpty();
    }

    @Test
    @Requirement({"C060", "C062"})
    void lookUpWhenUserStoodInDirectoryBeforeThenPatchAdoptsThatPerson() {
        local("bo");
        Reply found = scim.get("/Users?filter=userName%20eq%20%22BO%22");
        assertThat(found.json().at("/totalResults").asInt()).isEqualTo(1);
        String id = found.text("/Resources/0/id");
        assertThat(found.text("/Resources/0/userName")).isEqualTo("bo");

        Reply adopted = scim.patch("/Users/" + id, "[{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"x7\"}]");

        assertThat(adopted.status()).isEqualTo(200);
        assertThat(adopted.text("/id")).isEqualTo(id);
        assertThat(scim.get("/Users?filter=externalId eq \"x7\"").text("/Resources/0/id"))
                .isEqualTo(id);
        assertThat(scim.get("/Users?filter=externalId eq \"X7\"")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("bo");
    }

    @Test
    void replaceWhenUserStoodInDirectoryBeforeThenDirectoryFollows() {
        local("bo");
        String id = scim.get("/Users?filter=userName eq \"bo\"").text("/Resources/0/id");

        Reply replaced = scim.put("/Users/" + id, TestServer.user("bo", ANA));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/title")).isEqualTo("Engineer");
        assertThat(person("bo").profile().displayName()).isEqualTo("Ana Arns");
    }

    @Test
    @Requirement({"C054", "C125"})
    void changeWhenUserNameDiffersThenPersonIsRenamedAndKept() {
        String id = scim.create("ana", ANA);
        String externalId = person("ana").externalId().orElseThrow();

        Reply renamed =
                scim.patch("/Users/" + id, "[{\"op\":\"Replace\",\"path\":\"userName\",\"value\":\"ana.bauer\"}]");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("/id")).isEqualTo(id);
        assertThat(person("ana.bauer").externalId()).contains(externalId);
        assertThat(scim.get("/Users?filter=userName eq \"ana\"")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
        assertThat(scim.post("/Users", TestServer.user("ana", "")).status()).isEqualTo(201);
    }

    @Test
    @Requirement({"C116", "C355", "C371"})
    void changeWhenNewUserNameIsTakenThenConflictAndNothingChanged() {
        scim.create("bo", "");
        String id = scim.create("ana", ANA);
        Reply before = scim.get("/Users/" + id);

        Reply renamed = scim.patch(
                "/Users/" + id,
                "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}"
                        + ",{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"BO\"}]");

        assertThat(renamed.status()).isEqualTo(409);
        assertThat(renamed.text("/scimType")).isEqualTo("uniqueness");
        assertThat(scim.get("/Users/" + id).json()).isEqualTo(before.json());
    }

    @Test
    void changeWhenNewUserNameIsThatOfALocalUserThenConflictAndNothingChanged() {
        local("bo");
        String id = scim.create("ana", ANA);
        Reply before = scim.get("/Users/" + id);

        Reply renamed = scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"bo\"}]");

        assertThat(renamed.status()).isEqualTo(409);
        assertThat(renamed.text("/scimType")).isEqualTo("uniqueness");
        assertThat(scim.get("/Users/" + id).json()).isEqualTo(before.json());
        assertThat(scim.records.all()).noneMatch(record -> record.isPending());
    }

    @Test
    @Requirement({"C130", "C131"})
    void patchWhenActiveIsFalseThenDeactivatedAndStillFound() {
        String id = scim.create("ana", ANA);

        Reply off = scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"value\":{\"active\":false}}]");

        assertThat(off.json().at("/active").asBoolean(true)).isFalse();
        assertThat(person("ana").isActive()).isFalse();
        assertThat(scim.get("/Users?filter=userName eq \"ana\"")
                        .json()
                        .at("/Resources/0/active")
                        .asBoolean(true))
                .isFalse();

        Reply on = scim.patch("/Users/" + id, "[{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"True\"}]");
        assertThat(on.json().at("/active").asBoolean()).isTrue();
        assertThat(person("ana").isActive()).isTrue();
    }

    @Test
    @Requirement({"C337", "C338"})
    void replaceWhenActiveIsLeftOutThenItStays() {
        String id = scim.create("ana", ANA + ",\"active\":false");

        Reply replaced = scim.put("/Users/" + id, TestServer.user("ana", ANA_NAME));

        assertThat(replaced.json().at("/active").asBoolean(true)).isFalse();
        assertThat(replaced.json().at("/title").isMissingNode()).isTrue();
        assertThat(person("ana").isActive()).isFalse();
    }

    @Test
    @Requirement({"C068", "C344", "C348"})
    void replaceWhenBodyIsWhatGetShowedThenNothingIsWritten() {
        String id = scim.create("ana", ANA);
        Reply before = scim.get("/Users/" + id);

        Reply replaced = scim.put("/Users/" + id, before.body());

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json()).isEqualTo(before.json());
        assertThat(scim.directory.writes()).containsExactly("createUser ana");
        assertThat(scim.journal.last().outcome()).hasToString("NO_CHANGE");
    }

    @Test
    @Requirement({"C412", "C413", "C414", "C416", "C419"})
    void deleteWhenPolicyDeactivatesThenPersonIsKeptInactiveAndUnseen() {
        String id = scim.create("ana", ANA);

        assertThat(scim.delete("/Users/" + id).status()).isEqualTo(204);

        assertThat(person("ana").isActive()).isFalse();
        assertThat(scim.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(scim.delete("/Users/" + id).status()).isEqualTo(404);
        assertThat(scim.put("/Users/" + id, TestServer.user("ana", "")).status())
                .isEqualTo(404);
        assertThat(scim.get("/Users").json().at("/totalResults").asInt()).isZero();
        assertThat(scim.get("/Users?filter=userName eq \"ana\"")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
        assertThat(scim.get("/Users?filter=active eq false")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    @Requirement({"C054", "C204", "C415"})
    void createWhenPersonWasDeletedThenTheSamePersonReturnsUnderANewId() {
        String id = scim.create("ana", ANA);
        String externalId = person("ana").externalId().orElseThrow();
        scim.delete("/Users/" + id);

        Reply again = scim.post("/Users", TestServer.user("ana", ""));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isNotEqualTo(id);
        assertThat(person("ana").isActive()).isTrue();
        assertThat(person("ana").externalId()).contains(externalId);
        assertThat(scim.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(scim.records.all()).hasSize(1);
    }

    @Test
    void listWhenDeletedPersonWasReactivatedLocallyThenSeenAsANewResource() {
        String id = scim.create("ana", ANA);
        scim.delete("/Users/" + id);
        scim.directory.updateUser(InMemoryDirectory.ID, person("ana").profile().withActive(Activation.ACTIVE));

        Reply found = scim.get("/Users");

        assertThat(found.json().at("/totalResults").asInt()).isEqualTo(1);
        assertThat(found.text("/Resources/0/id")).isNotEqualTo(id);
        assertThat(scim.get("/Users/" + found.text("/Resources/0/id")).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"C415", "C486"})
    void deleteWhenPolicyRemovesThenPersonIsGone() {
        TestServer removing = new TestServer(DeletePolicy.REMOVE);
        String id = removing.create("ana", ANA);

        assertThat(removing.delete("/Users/" + id).status()).isEqualTo(204);

        assertThat(removing.directory.userNames(InMemoryDirectory.ID)).isEmpty();
        assertThat(removing.records.all()).isEmpty();
        assertThat(removing.create("ana", "")).isNotEqualTo(id);
    }

    @Test
    void getWhenPersonWasDeletedLocallyThenGoneAndNameIsFree() {
        String id = scim.create("ana", ANA);
        scim.directory.removeUser(InMemoryDirectory.ID, "ana");

        assertThat(scim.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(scim.get("/Users").json().at("/totalResults").asInt()).isZero();
        assertThat(scim.create("ana", "")).isNotEqualTo(id);
        assertThat(scim.records.all()).hasSize(1);
    }

    @Test
    void listWhenPersonWasRenamedLocallyThenIdStays() {
        String id = scim.create("ana", ANA);
        scim.directory.renameUser(InMemoryDirectory.ID, "ana", "ana.local");

        Reply found = scim.get("/Users?filter=userName eq \"ana.local\"");

        assertThat(found.text("/Resources/0/id")).isEqualTo(id);
        assertThat(found.text("/Resources/0/title")).isEqualTo("Engineer");
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("ana.local");
        assertThat(scim.records.all()).hasSize(1);
    }

    @Test
    void createWhenItsFormerHolderWasRenamedLocallyThenNameIsFree() {
        String id = scim.create("ana", ANA);
        scim.directory.renameUser(InMemoryDirectory.ID, "ana", "ana.local");

        assertThat(scim.create("ana", "")).isNotEqualTo(id);
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("ana.local");
    }

    @Test
    @Requirement("C422")
    void getWhenDirectoryDiffersThenItsValueAndAnotherVersionAreShownAndPutRepairs() {
        String id = scim.create("ana", ANA);
        Reply before = scim.get("/Users/" + id);
        DirectoryUserProfile profile = person("ana").profile();
        scim.directory.updateUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile("ana", "Anna", "", "Anna", "anna@acme.test", profile.active()));

        Reply drifted = scim.get("/Users/" + id);

        assertThat(drifted.text("/name/givenName")).isEqualTo("Anna");
        assertThat(drifted.json().at("/name/familyName").isMissingNode()).isTrue();
        assertThat(drifted.text("/emails/0/value")).isEqualTo("anna@acme.test");
        assertThat(drifted.text("/emails/1/value")).isEqualTo("ana@home.test");
        assertThat(drifted.header("ETag")).isNotEqualTo(before.header("ETag"));

        scim.put("/Users/" + id, before.body());
        assertThat(person("ana").profile()).isEqualTo(profile);
    }

    @Test
    @Requirement({"C418", "C425", "C426", "C427", "C428"})
    void changeWhenVersionIsOldThenPreconditionFailedAndNothingChanged() {
        String id = scim.create("ana", ANA);
        Map<String, String> old = Map.of("if-match", "W/\"1\"");
        String title = "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]";
        assertThat(scim.send("PATCH", "/Users/" + id, TestServer.patchBody(title), old)
                        .header("ETag"))
                .isEqualTo("W/\"2\"");

        assertThat(scim.send("PATCH", "/Users/" + id, TestServer.patchBody(title), old)
                        .status())
                .isEqualTo(412);
        assertThat(scim.send("DELETE", "/Users/" + id, "", old).status()).isEqualTo(412);
        assertThat(scim.send("PUT", "/Users/" + id, TestServer.user("ana", ""), old)
                        .status())
                .isEqualTo(412);
        assertThat(scim.get("/Users/" + id).text("/title")).isEqualTo("Boss");
        assertThat(scim.send("DELETE", "/Users/" + id, "", Map.of("if-match", "W/\"9\", *"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @Requirement({"C423", "C424"})
    void getWhenVersionIsKnownThenNotModified() {
        String id = scim.create("ana", ANA);

        Reply known = scim.send("GET", "/Users/" + id, "", Map.of("if-none-match", "\"1\""));

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(scim.send("GET", "/Users/" + id, "", Map.of("if-none-match", "\"2\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listWhenPagedThenEveryUserOnceInOrder() {
        for (String name : List.of("d", "B", "a", "C")) {
            local(name);
        }

        assertThat(page("/Users?startIndex=1&count=3")).containsExactly("a", "B", "C");
        assertThat(page("/Users?startIndex=4&count=3")).containsExactly("d");
        assertThat(page("/Users?startIndex=0&count=1")).containsExactly("a");
        assertThat(page("/Users?startIndex=9")).isEmpty();
        assertThat(page("/Users?filter=active eq true&startIndex=2&count=2")).containsExactly("B", "C");
        Reply none = scim.get("/Users?count=0");
        assertThat(none.json().at("/totalResults").asInt()).isEqualTo(4);
        assertThat(none.json().at("/Resources").isArray()).isTrue();
        assertThat(scim.records.all())
                .as("a record for each user that was shown")
                .hasSize(4);
    }

    @Test
    void listWhenFilterFindsOneOfManyThenOnlyThatOneGetsARecord() {
        for (int number = 0; number < 1100; number++) {
            local("user" + number);
        }

        Reply found = scim.get("/Users?filter=displayName eq \"user1099\"");

        assertThat(found.text("/Resources/0/userName")).isEqualTo("user1099");
        assertThat(scim.records.all()).hasSize(1);
    }

    private List<String> page(String target) {
        List<String> names = new java.util.ArrayList<>();
        scim.get(target)
                .json()
                .at("/Resources")
                .forEach(user -> names.add(user.at("/userName").asText()));
        return names;
    }

    private void local(String name) {
        scim.directory.createUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile(name, "", "", name, name + "@acme.test", Activation.ACTIVE));
    }

    private DirectoryUser person(String name) {
        return scim.directory.findUserByName(InMemoryDirectory.ID, name).orElseThrow();
    }
}
