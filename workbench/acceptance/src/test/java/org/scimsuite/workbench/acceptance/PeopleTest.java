package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.conformance.Requirement;
import org.scimsuite.workbench.replay.Person;

/** People, their names and their versions over time. */
@OnEachHost(generations = {Generation.P8, Generation.P7})
class PeopleTest extends AcceptanceCase {

    private static final String KNOWN = "ana.existing";

    @Test
    void findWhenThePersonWasThereBeforeScimThenShownWithAStableId() {
        Reply first = scim.find("userName eq \"" + KNOWN.toUpperCase(Locale.ROOT) + "\"");
        Reply second = scim.find("userName eq \"" + KNOWN + "\"");

        assertThat(first.at("/totalResults")).as(first.text()).isEqualTo("1");
        assertThat(first.at("/Resources/0/userName")).isEqualTo(KNOWN);
        assertThat(first.at("/Resources/0/id")).isNotBlank().isEqualTo(second.at("/Resources/0/id"));
    }

    @Test
    void putWhenThePersonWasThereBeforeScimThenAdoptedNotDuplicated() {
        Person before = person(KNOWN);
        String id = scim.find("userName eq \"" + KNOWN + "\"").at("/Resources/0/id");

        Reply adopted = scim.put(
                "/Users/" + id,
                ScimClient.user(KNOWN).replace("\"active\"", "\"externalId\":\"hr-17\",\"nickName\":\"A\",\"active\""));

        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
        assertThat(adopted.at("/id")).isEqualTo(id);
        assertThat(adopted.at("/externalId")).isEqualTo("hr-17");
        assertThat(person(KNOWN).externalId()).isEqualTo(before.externalId());
        assertThat(person(KNOWN).displayName()).isEqualTo("Given Family");
        assertThat(scim.find("externalId eq \"hr-17\"").at("/Resources/0/id")).isEqualTo(id);
    }

    @Test
    void postWhenThePersonWasThereBeforeScimThenConflictSaysHowToAdopt() {
        Reply reply = scim.create(KNOWN);

        assertScimError(reply, 409, "uniqueness");
        assertThat(reply.at("/detail")).contains("userName eq");
    }

    @Test
    @Requirement({"C355", "C371"})
    void renameWhenTheNewNameIsTakenThenConflictAndNothingChanges() {
        String taken = someone();
        String name = someone();
        created(taken);
        String id = created(name);

        Reply reply = scim.patch(
                "/Users/" + id,
                "{\"op\":\"replace\",\"value\":{\"userName\":\"" + taken + "\",\"displayName\":\"Thief\"}}");

        assertScimError(reply, 409, "uniqueness");
        assertThat(scim.get("/Users/" + id).at("/userName")).isEqualTo(name);
        assertThat(person(name).displayName()).isEqualTo("Given Family");
        assertThat(person(taken).displayName()).isEqualTo("Given Family");
    }

    @Test
    void renameWhenOnlyTheLettersCaseChangesThenThePersonStays() {
        String name = someone();
        String id = created(name);
        String externalId = person(name).externalId();
        String louder = name.replace("someone", "SomeOne");

        Reply reply =
                scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + louder + "\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(admin.people(1).people())
                .filteredOn(person -> person.name().equalsIgnoreCase(name))
                .singleElement()
                .extracting(Person::externalId)
                .isEqualTo(externalId);
    }

    @Test
    @Requirement({"C423", "C424"})
    void getWhenNothingChangedThenNotModified() {
        Reply created = scim.create(someone());
        String path = "/Users/" + created.at("/id");
        String version = created.header("ETag");

        Reply same = scim.send("GET", path, Map.of("If-None-Match", version), Optional.empty());
        scim.patch(path, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Dr\"}");
        Reply other = scim.send("GET", path, Map.of("If-None-Match", version), Optional.empty());

        assertThat(version).isNotBlank().isEqualTo(created.at("/meta/version"));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    @Requirement({"C418", "C426"})
    void changeWhenTheVersionIsStaleThenPreconditionFailed() {
        Reply created = scim.create(someone());
        String path = "/Users/" + created.at("/id");
        scim.patch(path, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Dr\"}");

        Reply stale = scim.send("DELETE", path, Map.of("If-Match", created.header("ETag")), Optional.empty());

        assertScimError(stale, 412, "");
        assertThat(scim.get(path).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"C128", "C147"})
    void createWhenEverythingIsGivenThenWhatTheDirectoryCannotHoldComesBackUnchanged() {
        String everything = ScimClient.user(someone()).replace("\"active\":true", """
                        "active":true,"title":"Dr","nickName":"N","locale":"de-AT","timezone":"Europe/Vienna",
                        "profileUrl":"https://acme.test/u","userType":"Employee","preferredLanguage":"de",
                        "phoneNumbers":[{"value":"+43 1 555","type":"work"},{"value":"+43 2 555","type":"mobile"}],
                        "addresses":[{"type":"work","locality":"Wien","country":"AT"}],
                        "ims":[{"value":"ana","type":"xmpp"}],"roles":[{"value":"author"}],
                        "entitlements":[{"value":"seat"}],"x509Certificates":[{"value":"AAEC"}]""");

        Reply created = scim.post("/Users", everything);
        var stored = scim.get("/Users/" + created.at("/id")).json();

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(stored.at("/phoneNumbers")).hasSize(2);
        assertThat(stored.at("/phoneNumbers/1/value").asText()).isEqualTo("+43 2 555");
        assertThat(stored.at("/addresses/0/country").asText()).isEqualTo("AT");
        assertThat(stored.at("/x509Certificates/0/value").asText()).isEqualTo("AAEC");
        for (String attribute : new String[] {"title", "nickName", "locale", "timezone", "profileUrl", "userType"}) {
            assertThat(stored.path(attribute).asText()).as(attribute).isNotEmpty();
        }
    }
}
