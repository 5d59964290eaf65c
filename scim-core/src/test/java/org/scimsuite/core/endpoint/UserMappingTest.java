package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** People follow the rules of a mapping, and the provider sees what it sent. */
class UserMappingTest {

    private static final UserMapping LOCAL_PART = names("userName", "(.*)@.*", "$1");
    private static final String EXTENSION = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String ENGINEER = ",\"" + EXTENSION + "\":{\"employeeNumber\":\"E7\",\"department\":\"R&D\"}";

    private final TestServer scim = new TestServer();

    static UserMapping names(String source, String pattern, String template) {
        return new UserMapping(
                new UserNameRule(source, Optional.of(new Rewriting(pattern, template)), LetterCase.LOWER, List.of()),
                Map.of(),
                Map.of());
    }

    private static UserMapping fields(Map<DirectoryField, List<String>> fields) {
        return new UserMapping(UserNameRule.PLAIN, fields, Map.of());
    }

    private static UserMapping attributes(Map<String, List<String>> attributes) {
        return new UserMapping(UserNameRule.PLAIN, Map.of(), attributes);
    }

    private Optional<DirectoryUserProfile> inDirectory(String name) {
        return scim.directory.findUserByName(InMemoryDirectory.ID, name).map(user -> user.profile());
    }

    private void local(String name, String displayName) {
        scim.directory.createUser(
                InMemoryDirectory.ID, new DirectoryUserProfile(name, "", "", displayName, "", Activation.ACTIVE));
    }

    private Reply byUserName(String userName) {
        return scim.get("/Users?filter=userName eq \"" + userName + "\"");
    }

    @Test
    void postWhenRuleMakesAnotherNameThenTheDirectoryHasItAndTheProviderSeesItsOwn() {
        scim.map(LOCAL_PART);

        String id = scim.create("Jane@acme.com", "");

        assertThat(inDirectory("jane")).isPresent();
        assertThat(inDirectory("Jane@acme.com")).isEmpty();
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("Jane@acme.com");
        assertThat(byUserName("jane@ACME.com").userNames()).containsExactly("Jane@acme.com");
        assertThat(scim.get("/Users").userNames()).containsExactly("Jane@acme.com");
        assertThat(inDirectory("jane").orElseThrow().email()).isEqualTo("Jane@acme.com");
    }

    @Test
    void putWhenUserNameBecomesTheSameNameThenNobodyIsRenamed() {
        scim.map(LOCAL_PART);
        String id = scim.create("jane@acme.com", "");

        Reply changed = scim.put("/Users/" + id, TestServer.user("jane@acme.org", ",\"emails\":[]"));

        assertThat(changed.text("/userName")).isEqualTo("jane@acme.org");
        assertThat(scim.directory.writes()).doesNotContain("renameUser jane").hasSize(2);
        assertThat(byUserName("jane@acme.com").userNames()).isEmpty();
        assertThat(byUserName("jane@acme.org").userNames()).containsExactly("jane@acme.org");
    }

    @Test
    void patchWhenUserNameBecomesAnotherNameThenRenamed() {
        scim.map(LOCAL_PART);
        String id = scim.create("jane@acme.com", "");

        scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"jane.doe@acme.com\"}]");

        assertThat(inDirectory("jane.doe")).isPresent();
        assertThat(inDirectory("jane")).isEmpty();
        assertThat(byUserName("jane.doe@acme.com").userNames()).containsExactly("jane.doe@acme.com");
    }

    @Test
    void postWhenTwoUserNamesBecomeOneNameThenAnswers409ThatNamesRuleAndBoth() {
        scim.map(LOCAL_PART);
        scim.create("jane@acme.com", "");

        Reply refused = scim.post("/Users", TestServer.user("jane@acme.org", ""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/scimType")).isEqualTo("uniqueness");
        assertThat(refused.text("/detail")).contains("userName rule", "jane@acme.com", "jane@acme.org", "\"jane\"");
    }

    @Test
    void patchWhenTwoUserNamesBecomeOneNameThenAnswers409AndNothingIsChanged() {
        scim.map(LOCAL_PART);
        scim.create("jane@acme.com", "");
        String bo = scim.create("bo@acme.com", "");

        Reply refused =
                scim.patch("/Users/" + bo, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"jane@acme.org\"}]");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("userName rule", "jane@acme.com", "jane@acme.org");
        assertThat(scim.get("/Users/" + bo).text("/userName")).isEqualTo("bo@acme.com");
        assertThat(inDirectory("bo")).isPresent();
    }

    @Test
    void filterWhenPersonWasThereBeforeThenFoundByTheNameTheRuleMakesAndShownAsAsked() {
        scim.map(LOCAL_PART);
        local("jane", "Jane Doe");

        Reply found = byUserName("jane@acme.com");

        assertThat(found.userNames()).containsExactly("jane@acme.com");
        assertThat(found.text("/Resources/0/displayName")).isEqualTo("Jane Doe");
        assertThat(byUserName("jane").userNames()).containsExactly("jane");
        assertThat(scim.get("/Users").userNames()).containsExactly("jane");
    }

    @Test
    void putWhenPersonWasThereBeforeThenAdoptedUnderTheProvidersName() {
        scim.map(LOCAL_PART);
        local("jane", "Jane Doe");
        String id = byUserName("jane@acme.com").text("/Resources/0/id");

        scim.put("/Users/" + id, TestServer.user("jane@acme.com", ",\"displayName\":\"Jane\""));

        assertThat(scim.directory.writes()).containsExactly("createUser jane", "updateUser jane");
        assertThat(scim.get("/Users").userNames()).containsExactly("jane@acme.com");
    }

    @Test
    void patchWhenProviderNeverSaidTheUserNameThenTheDirectorysNameIsKept() {
        scim.map(names("userName", "(.*)", "acme-$1"));
        local("acme-bo", "Bo");
        String id = byUserName("bo").text("/Resources/0/id");

        scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]");
        scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"B.\"}]");

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("acme-bo");
        assertThat(byUserName("bo").userNames()).containsExactly("bo");
        assertThat(byUserName("bo").text("/Resources/0/title")).isEqualTo("Boss");
    }

    @Test
    void patchWhenPersonWasRenamedInTheProductThenShownAndTheRulesNameComesBack() {
        scim.map(LOCAL_PART);
        String id = scim.create("jane@acme.com", "");
        scim.directory.renameUser(InMemoryDirectory.ID, "jane", "jd");
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("jd");

        scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]");

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("jane");
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("jane@acme.com");
    }

    @Test
    void postWhenTheSourceHasNoValueThenAnswers400ThatNamesTheAttribute() {
        scim.map(names(EXTENSION + ":employeeNumber", "(.*)", "$1"));

        Reply refused = scim.post("/Users", TestServer.user("jane@acme.com", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/scimType")).isEqualTo("invalidValue");
        assertThat(refused.text("/detail")).contains("employeeNumber");
        assertThat(scim.directory.writes()).isEmpty();
    }

    @Test
    void postWhenNameIsMadeFromAnExtensionThenFoundByUserName() {
        scim.map(names(EXTENSION + ":employeeNumber", "(.*)", "$1"));
        local("other", "Other");

        scim.create("jane@acme.com", ENGINEER);

        assertThat(inDirectory("e7")).isPresent();
        assertThat(byUserName("jane@acme.com").userNames()).containsExactly("jane@acme.com");
    }

    @Test
    void patchWhenPersonWasThereBeforeAndNamesAreMadeFromAddressesThenTheAddressIsKept() {
        scim.map(names("emails", "(.*)@.*", "$1"));
        scim.directory.createUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile("jane", "Jane", "Doe", "Jane Doe", "Jane@acme.com", Activation.ACTIVE));
        local("bo", "Bo");
        scim.get("/Users")
                .json()
                .at("/Resources")
                .forEach(user -> scim.patch(
                        "/Users/" + user.at("/id").asText(),
                        "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]"));

        assertThat(inDirectory("jane").orElseThrow().email()).isEqualTo("Jane@acme.com");
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("bo", "jane");
        assertThat(scim.get("/Users?filter=title eq \"Boss\"").userNames()).containsExactly("bo", "jane");
    }

    @Test
    void patchWhenTheSourceIsTakenAwayThenAnswers400() {
        scim.map(names(EXTENSION + ":employeeNumber", "(.*)", "$1"));
        String id = scim.create("jane@acme.com", ENGINEER);

        Reply refused =
                scim.patch("/Users/" + id, "[{\"op\":\"remove\",\"path\":\"" + EXTENSION + ":employeeNumber\"}]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).contains("employeeNumber");
    }

    @Test
    void postWhenTheMadeNameCannotBeUsedThenAnswers400ThatNamesBoth() {
        scim.map(names("userName", "(.*)@.*", "$1"));

        Reply refused = scim.post("/Users", TestServer.user("@acme.com", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).contains("\"@acme.com\"", "must not be blank");
    }

    @Test
    void bulkWhenTwoUserNamesBecomeOneNameThenOnlyTheFirstIsCreated() {
        scim.map(LOCAL_PART);

        Reply bulk = scim.post(
                "/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                        + operation("jane@acme.com") + "," + operation("jane@acme.org") + "]}");

        assertThat(bulk.text("/Operations/0/status")).isEqualTo("201");
        assertThat(bulk.text("/Operations/1/status")).isEqualTo("409");
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("jane");
    }

    private static String operation(String userName) {
        return "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" + userName + "\",\"data\":"
                + TestServer.user(userName, "") + "}";
    }

    @Test
    void postWhenPersonWasDeletedBeforeThenComesBackUnderTheMadeName() {
        scim.map(LOCAL_PART);
        String id = scim.create("jane@acme.com", "");
        scim.delete("/Users/" + id);
        assertThat(byUserName("jane@acme.com").userNames()).isEmpty();

        String again = scim.create("jane@acme.org", "");

        assertThat(again).isNotEqualTo(id);
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("jane");
        assertThat(inDirectory("jane").orElseThrow().active()).isEqualTo(Activation.ACTIVE);
    }

    @Test
    void listWhenSortedByUserNameThenByWhatIsShown() {
        scim.map(names("userName", "(.*)-(.*)", "$2-$1"));
        scim.create("b-1", "");
        scim.create("a-2", "");

        assertThat(scim.get("/Users").userNames()).containsExactly("b-1", "a-2");
        assertThat(scim.get("/Users?sortBy=userName").userNames()).containsExactly("a-2", "b-1");
        assertThat(scim.get("/Users?filter=userName sw \"a\"").userNames()).containsExactly("a-2");
    }

    @Test
    void postWhenFieldsAreMappedThenTemplatesFallbacksAndConstantsAreFilled() {
        scim.map(fields(Map.of(
                DirectoryField.DISPLAY_NAME, List.of("${nickName}", "${name.familyName}, ${name.givenName}"),
                DirectoryField.FIRST_NAME, List.of("${" + EXTENSION + ":department}", "nowhere"),
                DirectoryField.EMAIL, List.of(""))));

        scim.create("jane@acme.com", ",\"name\":{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}" + ENGINEER);
        scim.create("bo@acme.com", ",\"nickName\":\"B.\"");

        assertThat(inDirectory("jane@acme.com"))
                .contains(new DirectoryUserProfile("jane@acme.com", "R&D", "Doe", "Doe, Jane", "", Activation.ACTIVE));
        assertThat(inDirectory("bo@acme.com"))
                .contains(new DirectoryUserProfile("bo@acme.com", "nowhere", "", "B.", "", Activation.ACTIVE));
    }

    @Test
    void getWhenTheDirectorySaysSomethingElseThenShownOnlyWhereTheTemplateIsOnePlaceholder() {
        scim.map(fields(Map.of(
                DirectoryField.DISPLAY_NAME, List.of("${nickName}"),
                DirectoryField.LAST_NAME, List.of("${name.familyName} (ext)"))));
        String id = scim.create(
                "jane", ",\"nickName\":\"J.\",\"name\":{\"familyName\":\"Doe\"},\"displayName\":\"Jane Doe\"");
        scim.directory.updateUser(
                InMemoryDirectory.ID, new DirectoryUserProfile("jane", "", "Smith", "Janie", "", Activation.ACTIVE));

        Reply shown = scim.get("/Users/" + id);

        assertThat(shown.text("/nickName")).isEqualTo("Janie");
        assertThat(shown.text("/displayName")).isEqualTo("Jane Doe");
        assertThat(shown.text("/name/familyName")).isEqualTo("Doe");
    }

    @Test
    void patchWhenTheMappingWasChangedAndNotYetAppliedThenSourcesAreNotOverwrittenByTheDirectory() {
        String id = scim.create("jane", ",\"nickName\":\"J.\",\"displayName\":\"Jane Doe\"");
        scim.map(fields(Map.of(DirectoryField.DISPLAY_NAME, List.of("${nickName}"))));

        scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]");

        assertThat(scim.get("/Users/" + id).text("/nickName")).isEqualTo("J.");
        assertThat(inDirectory("jane").orElseThrow().displayName()).isEqualTo("J.");
    }

    @Test
    void patchWhenAttributesAreMappedThenStoredAndTakenAwayAgain() {
        scim.map(attributes(Map.of(
                "department", List.of("${" + EXTENSION + ":department}"), "source", List.of("scim ${userName}"))));

        String id = scim.create("jane", ENGINEER);

        assertThat(scim.directory.userAttributes(InMemoryDirectory.ID, "jane"))
                .containsEntry("department", Set.of("R&D"))
                .containsEntry("source", Set.of("scim jane"));
        assertThat(scim.journal.last().plan())
                .anyMatch(sentence -> sentence.contains("Store attributes of the user \"jane\"")
                        && sentence.contains("department from nothing to \"R&D\""));

        scim.patch("/Users/" + id, "[{\"op\":\"remove\",\"path\":\"" + EXTENSION + ":department\"}]");

        assertThat(scim.directory.userAttributes(InMemoryDirectory.ID, "jane")).containsOnlyKeys("source");
        assertThat(scim.get("/Users/" + id).status()).isEqualTo(200);
    }

    @Test
    void putWhenAttributesAreRightThenNothingIsWritten() {
        scim.map(attributes(Map.of("department", List.of("${" + EXTENSION + ":department}"))));
        String id = scim.create("jane", ENGINEER);
        int before = scim.directory.writes().size();

        scim.put("/Users/" + id, TestServer.user("jane", ENGINEER));

        assertThat(scim.directory.writes()).hasSize(before);
    }

    @Test
    void writesWhenNoAttributesAreMappedThenNoneAreRead() {
        String id = scim.create("jane", ENGINEER);
        scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"J\"}]");
        scim.delete("/Users/" + id);

        assertThat(scim.directory.attributeReads()).isEmpty();
    }

    @Test
    void postWhenAttributesMayNotBeWrittenThenAnswers403AndNobodyIsCreated() {
        scim.map(attributes(Map.of("department", List.of("${" + EXTENSION + ":department}"))));
        scim.directory.forbid(DirectoryOperation.UPDATE_USER_ATTRIBUTE);

        Reply refused = scim.post("/Users", TestServer.user("jane", ENGINEER));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("update user attribute");
        assertThat(inDirectory("jane")).isEmpty();
    }

    @Test
    void postWhenAttributeIsTooLongThenAnswers400ThatNamesIt() {
        scim.map(attributes(Map.of("line", List.of("${title}"))));

        Reply refused = scim.post("/Users", TestServer.user("jane", ",\"title\":\"" + "x".repeat(256) + "\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).contains("\"line\"", "255");
    }

    @Test
    void postWhenStoringAttributesFailsThenTheCreationIsTakenBack() {
        scim.map(attributes(Map.of("department", List.of("${" + EXTENSION + ":department}"))));
        scim.directory.arm(
                "storeUserAttributes", Point.BEFORE, new DirectoryException.Unavailable("Out of reach.", null));

        assertThat(scim.post("/Users", TestServer.user("jane", ENGINEER)).status())
                .isEqualTo(503);

        assertThat(inDirectory("jane")).isEmpty();
        assertThat(scim.records.all()).isEmpty();
        assertThat(scim.post("/Users", TestServer.user("jane", ENGINEER)).status())
                .isEqualTo(201);
    }

    @Test
    void patchWhenTheLastChangeFailsThenAttributesAreTakenBack() {
        scim.map(attributes(Map.of("title", List.of("${title}"))));
        String id = scim.create("jane", ",\"title\":\"Engineer\",\"active\":false");
        scim.directory.arm("updateUser", Point.BEFORE, new DirectoryException.Unavailable("Out of reach.", null));

        scim.patch(
                "/Users/" + id,
                "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"},"
                        + "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}]");

        assertThat(scim.directory.userAttributes(InMemoryDirectory.ID, "jane"))
                .containsEntry("title", Set.of("Engineer"));
        assertThat(scim.get("/Users/" + id).text("/title")).isEqualTo("Engineer");
    }

    @Test
    void getWhenStoringAttributesWasCutOffThenCarriedOut() {
        scim.map(attributes(Map.of("department", List.of("${" + EXTENSION + ":department}"))));
        scim.directory.arm("storeUserAttributes", Point.BEFORE, new ProcessEnded());
        assertThatThrownBy(() -> scim.create("jane", ENGINEER)).isInstanceOf(ProcessEnded.class);
        scim.restart();

        assertThat(byUserName("jane").userNames()).containsExactly("jane");

        assertThat(scim.directory.userAttributes(InMemoryDirectory.ID, "jane"))
                .containsEntry("department", Set.of("R&D"));
        assertThat(scim.records.all()).noneMatch(UserRecord::isPending);
    }

    @Test
    void getWhenRenameByRuleWasCutOffThenCarriedOutAlsoWhereTheRuleHasChangedSince() {
        scim.map(LOCAL_PART);
        String id = scim.create("jane@acme.com", "");
        scim.directory.arm("renameUser", Point.BEFORE, new ProcessEnded());
        assertThatThrownBy(() -> scim.patch(
                        "/Users/" + id, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"jd@acme.com\"}]"))
                .isInstanceOf(ProcessEnded.class);
        scim.restart();
        scim.map(names("userName", "(.*)", "x-$1"));

        assertThat(scim.get("/Users/" + id).status()).isEqualTo(200);

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("jd");
        assertThat(scim.records.all()).singleElement().satisfies(record -> {
            assertThat(record.isPending()).isFalse();
            assertThat(record.nameKey()).isEqualTo("jd");
        });
    }

    @Test
    void postWhenCreationOfAnotherUserNameWasCutOffThenThatOneIsCarriedOutAndThisOneAnswers409() {
        scim.map(LOCAL_PART);
        scim.directory.arm("createUser", Point.BEFORE, new ProcessEnded());
        assertThatThrownBy(() -> scim.create("jane@acme.com", "")).isInstanceOf(ProcessEnded.class);
        scim.restart();

        assertThat(scim.post("/Users", TestServer.user("jane@acme.org", "")).status())
                .isEqualTo(409);

        assertThat(byUserName("jane@acme.com").userNames()).containsExactly("jane@acme.com");
    }

    @Test
    void deleteWhenRuleMakesAnotherNameThenThatPersonIsRemoved() {
        TestServer removing = new TestServer(DeletePolicy.REMOVE);
        removing.map(LOCAL_PART);
        String id = removing.create("jane@acme.com", "");

        assertThat(removing.delete("/Users/" + id).status()).isEqualTo(204);
        assertThat(removing.directory.userNames(InMemoryDirectory.ID)).isEmpty();
    }
}
