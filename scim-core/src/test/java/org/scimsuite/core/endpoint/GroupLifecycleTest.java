package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Groups over the whole server; quirks are those that identity providers are known for. */
class GroupLifecycleTest {

    private final TestServer scim = new TestServer();
    private String ana;
    private String bo;

    @BeforeEach
    void people() {
        ana = scim.create("ana", "");
        bo = scim.create("bo", "");
    }

    /** C151, C153: value, $ref and type of a member. */
    @Requirement({"C151", "C153"})
    @Test
    void postWhenGroupHasMembersThen201WithTheirRefsAndTypes() {
        String child = create("Child");

        Reply reply = scim.post(
                "/Groups",
                group("Team A", ",\"externalId\":\"ext-1\",\"members\":[" + member(ana) + "," + member(child) + "]"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        String id = reply.text("/id");
        assertThat(reply.header("Location")).isEqualTo(TestServer.BASE + "/Groups/" + id);
        assertThat(reply.header("ETag")).isEqualTo("W/\"1\"").isEqualTo(reply.text("/meta/version"));
        assertThat(reply.text("/displayName")).isEqualTo("Team A");
        assertThat(reply.text("/externalId")).isEqualTo("ext-1");
        assertThat(reply.text("/meta/resourceType")).isEqualTo("Group");
        assertThat(reply.json().at("/schemas")).hasSize(1);
        Map<String, JsonNode> members = byId(reply);
        assertThat(members).containsOnlyKeys(ana, child);
        assertThat(members.get(ana).get("type").asText()).isEqualTo("User");
        assertThat(members.get(ana).get("$ref").asText()).isEqualTo(TestServer.BASE + "/Users/" + ana);
        assertThat(members.get(child).get("type").asText()).isEqualTo("Group");
        assertThat(members.get(child).get("$ref").asText()).isEqualTo(TestServer.BASE + "/Groups/" + child);
        assertThat(scim.get("/Groups/" + id).body()).isEqualTo(reply.body());
    }

    @Requirement("C092")
    @Test
    void refWhenFollowedThenTheResourceIsThere() {
        String child = create("Child");
        Reply group = scim.post("/Groups", group("Team A", ",\"members\":[" + member(ana) + "," + member(child) + "]"));
        List<String> refs = new ArrayList<>(group.json().at("/members").findValuesAsText("$ref"));
        refs.add(scim.get("/Users/" + ana).text("/groups/0/$ref"));

        assertThat(refs).hasSize(3).allSatisfy(ref -> {
            Reply followed = scim.get(ref.substring(TestServer.BASE.length()));
            assertThat(followed.status()).isEqualTo(200);
            assertThat(followed.text("/meta/location")).isEqualTo(ref);
        });
    }

    @Requirement("C151")
    @Test
    void postWhenDisplayNameIsMissingOrBlankThen400AndNothingIsRecorded() {
        for (String body : List.of(group(" ", ""), "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]}")) {
            Reply reply = scim.post("/Groups", body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text("/detail")).contains("displayName");
        }
        assertThat(scim.get("/Groups").text("/totalResults")).isEqualTo("0");
    }

    @Requirement("C152")
    @Test
    void postWhenDisplayNameIsTakenInAnyCaseThen409Uniqueness() {
        create("Team A");

        Reply reply = scim.post("/Groups", group("TEAM a", ""));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("/scimType")).isEqualTo("uniqueness");
        assertThat(scim.get("/Groups").text("/totalResults")).isEqualTo("1");
    }

    /** Quirk 33: Entra names a schema of its own. */
    @Test
    void postWhenEntraSendsItsOwnSchemaThen201() {
        Reply reply = scim.post(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\","
                        + "\"http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group\"],"
                        + "\"externalId\":\"8aa1\",\"displayName\":\"Team A\",\"meta\":{\"resourceType\":\"Group\"}}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    /** C157, quirk 17. */
    @Requirement("C157")
    @Test
    void postWhenAMemberIsGivenTwiceOrWithRefNullThenItIsStoredOnce() {
        Reply reply = scim.post(
                "/Groups",
                group(
                        "Team A",
                        ",\"members\":[{\"$ref\":null,\"value\":\"" + ana + "\",\"display\":\"Ana\"},{\"value\":\""
                                + ana + "\",\"type\":\"Group\",\"$ref\":\"../Users/" + ana + "\"}]"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().get("members")).hasSize(1);
        assertThat(reply.text("/members/0/display")).isEqualTo("Ana");
        assertThat(reply.text("/members/0/type")).isEqualTo("User");
    }

    /** C156, by the rule of decision 8: kept, not shown, and said in the journal. */
    @Requirement("C156")
    @Test
    void postWhenAMemberIsUnknownThenItIsParkedAndTheOthersCount() {
        Reply reply =
                scim.post("/Groups", group("Team A", ",\"members\":[" + member("nobody") + "," + member(ana) + "]"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(byId(reply)).containsOnlyKeys(ana);
        assertThat(lastEntry().notes()).anyMatch(note -> note.contains("does not know"));
        assertThat(scim.groups.countMembers(scim.connection().id(), reply.text("/id")))
                .isEqualTo(2);
    }

    /** C155: a group in itself is refused, a larger circle does no harm. */
    @Requirement("C155")
    @Test
    void patchWhenGroupsContainEachOtherThenNothingBreaksAndItselfIsRefused() {
        String one = create("One", ana);
        String two = create("Two", one);

        assertThat(add(one, one).status()).isEqualTo(400);
        assertThat(add(one, two).status()).isEqualTo(204);

        assertThat(groupsOf(ana)).containsExactly("One direct", "Two indirect");
        assertThat(groupsOf(bo)).isEmpty();
    }

    @Requirement({"C144", "C145", "C160"})
    @Test
    void getUserWhenMembershipsChangeThenGroupsShowItAtOnceDirectAndIndirect() {
        String child = create("Child");
        create("Parent", child);

        add(child, ana);

        Reply user = scim.get("/Users/" + ana);
        assertThat(groupsOf(ana)).containsExactly("Child direct", "Parent indirect");
        assertThat(user.text("/groups/0/value")).isEqualTo(child);
        assertThat(user.text("/groups/0/$ref")).isEqualTo(TestServer.BASE + "/Groups/" + child);
        Reply list = scim.get("/Users?filter=" + "userName%20sw%20%22a%22");
        assertThat(list.json().at("/Resources/0/groups")).isEqualTo(user.json().get("groups"));
        assertThat(scim.get("/Users/" + ana + "?excludedAttributes=groups")
                        .json()
                        .has("groups"))
                .isFalse();

        remove(child, ana);
        assertThat(groupsOf(ana)).isEmpty();
    }

    @Requirement("C143")
    @Test
    void putUserWhenGroupsAreSentThenTheyAreIgnored() {
        String team = create("Team A", ana);

        Reply reply = scim.put("/Users/" + ana, TestServer.user("ana", ",\"groups\":[]"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/groups/0/value")).isEqualTo(team);
    }

    /** C158: and the version of the group moves (C422). */
    @Requirement({"C158", "C422"})
    @Test
    void deleteUserWhenMemberOfGroupsThenItIsInNone() {
        String team = create("Team A", ana, bo);

        assertThat(scim.delete("/Users/" + ana).status()).isEqualTo(204);

        assertThat(members(team)).containsExactly(bo);
        assertThat(scim.get("/Groups/" + team).header("ETag")).isEqualTo("W/\"2\"");
    }

    @Requirement({"C159", "C412", "C413", "C414"})
    @Test
    void deleteGroupWhenNestedThenParentsAndUsersDoNotShowItAndItsNameIsFree() {
        String child = create("Child", ana);
        String parent = create("Parent", child, bo);

        assertThat(scim.delete("/Groups/" + child).status()).isEqualTo(204);

        assertThat(members(parent)).containsExactly(bo);
        assertThat(groupsOf(ana)).isEmpty();
        assertThat(scim.get("/Groups/" + child).status()).isEqualTo(404);
        assertThat(scim.delete("/Groups/" + child).status()).isEqualTo(404);
        assertThat(scim.put("/Groups/" + child, group("Child", "")).status()).isEqualTo(404);
        assertThat(add(child, ana).status()).isEqualTo(404);
        assertThat(scim.get("/Groups").text("/totalResults")).isEqualTo("1");
        create("child");
    }

    /** C346, quirk 36. */
    @Requirement("C346")
    @Test
    void putWhenMembersAreGivenThenTheyReplaceAllAndLeftOutTheyAreCleared() {
        String team = create("Team A", ana);

        Reply replaced = scim.put("/Groups/" + team, group("Team B", ",\"members\":[" + member(bo) + "]"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(byId(replaced)).containsOnlyKeys(bo);
        assertThat(replaced.text("/displayName")).isEqualTo("Team B");

        Reply again = scim.put("/Groups/" + team, replaced.body());
        assertThat(again.header("ETag")).isEqualTo(replaced.header("ETag"));
        assertThat(again.body()).isEqualTo(replaced.body());

        assertThat(scim.put("/Groups/" + team, group("Team B", "")).json().has("members"))
                .isFalse();
    }

    /** Quirks 13 to 16, C396, C397, C398, C411: what counts is who is a member afterwards. */
    @Requirement({"C396", "C397", "C398", "C411"})
    @Test
    void patchWhenMembersChangeThenTheGroupHoldsWhoTheRfcAndTheProvidersMean() {
        String id1 = ana;
        String id2 = bo;
        expect(
                "remove by filter",
                List.of(id2),
                "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id1 + "\\\"]\"}]");
        expect(
                "remove listed (Entra)",
                List.of(id2),
                "[{\"op\":\"Remove\",\"path\":\"members\",\"value\":[" + member(id1) + "]}]");
        expect("remove an empty list", List.of(id1, id2), "[{\"op\":\"remove\",\"path\":\"members\",\"value\":[]}]");
        expect("remove all", List.of(), "[{\"op\":\"remove\",\"path\":\"members\"}]");
        expect("remove all by null", List.of(), "[{\"op\":\"remove\",\"path\":\"members\",\"value\":null}]");
        expect(
                "remove who is none",
                List.of(id1, id2),
                "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"x\\\"]\"}]");
        expect("replace", List.of(id1), "[{\"op\":\"replace\",\"path\":\"members\",\"value\":[" + member(id1) + "]}]");
        expect("replace by none", List.of(), "[{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}]");
        expect("replace by null", List.of(), "[{\"op\":\"replace\",\"path\":\"members\",\"value\":null}]");
        expect(
                "without path (WSO2)",
                List.of(id2),
                "[{\"op\":\"replace\",\"value\":{\"members\":[" + member(id2) + "]}}]");
        expect(
                "add without path",
                List.of(id1, id2),
                "[{\"op\":\"add\",\"value\":{\"members\":[" + member(id2) + "]}}]");
        expect(
                "in order",
                List.of(id2),
                "[{\"op\":\"remove\",\"path\":\"members\"},{\"op\":\"add\",\"path\":\"members\",\"value\":["
                        + member(id1) + "," + member(id2) + "]},{\"op\":\"remove\",\"path\":\"members[value eq \\\""
                        + id1 + "\\\"]\"}]");
        expect(
                "remove and add again",
                List.of(id1, id2),
                "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id1
                        + "\\\"]\"},{\"op\":\"add\",\"path\":\"members\",\"value\":[" + member(id1) + "]}]");
        expect("remove by type", List.of(), "[{\"op\":\"remove\",\"path\":\"members[type eq \\\"User\\\"]\"}]");
        expect(
                "remove by display",
                List.of(id1),
                "[{\"op\":\"remove\",\"path\":\"members[display co \\\"" + id2 + "\\\"]\"}]");
        expect(
                "by filter between others",
                List.of(id2),
                "[{\"op\":\"remove\",\"path\":\"members[type eq \\\"User\\\"]\"},{\"op\":\"add\",\"path\":\"members\",\"value\":["
                        + member(id2) + "]}]");
    }

    private void expect(String what, List<String> after, String operations) {
        String team = create("Team " + what, ana, bo);
        Reply reply = scim.patch("/Groups/" + team, operations);
        assertThat(reply.status()).as(what + reply).isEqualTo(204);
        assertThat(members(team)).as(what).containsExactlyInAnyOrderElementsOf(after);
        boolean same = after.size() == 2;
        assertThat(reply.header("ETag")).as(what).isEqualTo(same ? "W/\"1\"" : "W/\"2\"");
    }

    /** Quirk 7, C409: Okta repeats the id with every change of the name. */
    @Requirement("C409")
    @Test
    void patchWhenOktaRenamesWithTheIdInTheValueThenTheNameChangesAndTheMembersStay() {
        String team = create("Team A", ana);

        Reply reply = scim.patch(
                "/Groups/" + team,
                "[{\"op\":\"replace\",\"value\":{\"id\":\"" + team + "\",\"displayName\":\"Team B\"}}]");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(scim.get("/Groups/" + team).text("/displayName")).isEqualTo("Team B");
        assertThat(members(team)).containsExactly(ana);
        assertThat(lastEntry().plan()).containsExactly("Rename the group \"Team A\" to \"Team B\".");
    }

    @Test
    void patchWhenNameAndMembersChangeInOneRequestThenOneVersionAndTheJournalSaysBoth() {
        String team = create("Team A", ana);

        Reply reply = scim.patch(
                "/Groups/" + team + "?attributes=displayName",
                "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Team B\"},"
                        + "{\"op\":\"add\",\"path\":\"members\",\"value\":[" + member(bo) + "]}]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/displayName")).isEqualTo("Team B");
        assertThat(reply.header("ETag")).isEqualTo("W/\"2\"");
        JournalEntry entry = lastEntry();
        assertThat(entry.subjectName()).contains("Team A");
        assertThat(entry.outcome()).isEqualTo(JournalEntry.Outcome.APPLIED);
        assertThat(entry.plan())
                .containsExactly("Rename the group \"Team A\" to \"Team B\".", "Add 1 member to \"Team B\".");
    }

    @Test
    void patchWhenTheNameIsTakenThen409AndNoMemberIsAdded() {
        create("Team B");
        String team = create("Team A");

        Reply reply = scim.patch(
                "/Groups/" + team,
                "[{\"op\":\"add\",\"path\":\"members\",\"value\":[" + member(bo) + "]},"
                        + "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"team b\"}]");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(members(team)).isEmpty();
    }

    @Requirement("C154")
    @Test
    void patchWhenAMemberWouldBeEditedThen400Mutability() {
        String team = create("Team A", ana);
        for (String operation : List.of(
                "{\"op\":\"replace\",\"path\":\"members[value eq \\\"" + ana + "\\\"].value\",\"value\":\"" + bo
                        + "\"}",
                "{\"op\":\"replace\",\"path\":\"members[value eq \\\"" + ana + "\\\"]\",\"value\":{\"value\":\"" + bo
                        + "\"}}",
                "{\"op\":\"replace\",\"path\":\"members.type\",\"value\":\"Group\"}")) {
            Reply reply = scim.patch("/Groups/" + team, "[" + operation + "]");
            assertThat(reply.status()).as(operation + reply).isEqualTo(400);
            assertThat(reply.text("/scimType")).isEqualTo("mutability");
        }
        assertThat(members(team)).containsExactly(ana);
    }

    /** Nothing is written, so that repeated pushes cost nothing. */
    @Test
    void patchWhenNothingChangesThenVersionAndTimeStayAndNoPlanIsJournaled() {
        String team = create("Team A", ana);
        String before = scim.get("/Groups/" + team).body();
        scim.clock.advance(Duration.ofHours(1));

        assertThat(add(team, ana).status()).isEqualTo(204);
        assertThat(remove(team, bo).status()).isEqualTo(204);

        assertThat(scim.get("/Groups/" + team).body()).isEqualTo(before);
        assertThat(lastEntry().outcome()).isEqualTo(JournalEntry.Outcome.NO_CHANGE);
        assertThat(lastEntry().plan()).isEmpty();
    }

    @Test
    void patchWhenIfMatchIsOldThen412AndNothingChanges() {
        String team = create("Team A", ana);
        add(team, bo);

        Reply reply = scim.send(
                "PATCH",
                "/Groups/" + team,
                TestServer.patchBody("[{\"op\":\"remove\",\"path\":\"members\"}]"),
                Map.of("if-match", "W/\"1\""));

        assertThat(reply.status()).isEqualTo(412);
        assertThat(members(team)).hasSize(2);
    }

    /** C161, C162: members are neither read for an edit nor when they are not shown. */
    @Requirement({"C161", "C162"})
    @Test
    void editWhenGroupIsLargeThenOnlyTheMembersConcernedAreRead() {
        String members =
                IntStream.range(0, 3_000).mapToObj(i -> member("parked-" + i)).collect(Collectors.joining(","));
        String team = scim.post("/Groups?attributes=id", group("Large", ",\"members\":[" + members + "]"))
                .text("/id");
        scim.groups.takeMembersRead();

        add(team, ana);
        remove(team, ana);
        remove(team, bo);
        scim.get("/Groups/" + team + "?excludedAttributes=members");
        scim.get("/Groups?filter=" + "displayName%20eq%20%22large%22&excludedAttributes=members");
        scim.get("/Groups?filter=" + "members%20eq%20%22" + ana + "%22&attributes=id");
        assertThat(scim.groups.takeMembersRead()).isLessThanOrEqualTo(3);

        scim.get("/Groups/" + team);
        assertThat(scim.groups.takeMembersRead()).isEqualTo(3_000);
    }

    /** C266, quirks 23, 24. */
    @Requirement("C266")
    @Test
    void listWhenFilteredThenGroupsAreFoundByNameIdExternalIdAndMember() {
        String team = scim.post(
                        "/Groups", group("Team A", ",\"externalId\":\"Ext-1\",\"members\":[" + member(ana) + "]"))
                .text("/id");
        String other = create("Other", bo);

        assertThat(found("displayName eq \"team A\"")).containsExactly(team);
        assertThat(found("externalId eq \"Ext-1\"")).containsExactly(team);
        assertThat(found("externalId eq \"ext-1\"")).isEmpty();
        assertThat(found("id eq \"" + other + "\"")).containsExactly(other);
        assertThat(found("members eq \"" + ana + "\"")).containsExactly(team);
        assertThat(found("members.value eq \"" + ana + "\"")).containsExactly(team);
        assertThat(found("members[value eq \"" + ana + "\"]")).containsExactly(team);
        assertThat(found("id eq \"" + team + "\" and members eq \"" + bo + "\""))
                .isEmpty();
        assertThat(found("members[type eq \"User\"] and displayName co \"e\"")).containsExactlyInAnyOrder(other, team);
        assertThat(found("not (members eq \"" + ana + "\")")).containsExactly(other);
        assertThat(found("members pr")).hasSize(2);
        assertThat(usersFound("groups.value eq \"" + team + "\"")).containsExactly(ana);
        assertThat(usersFound("groups[type eq \"direct\"]")).containsExactlyInAnyOrder(ana, bo);
    }

    @Test
    void listWhenPagedThenInTheOrderOfNamesWithAllCounted() {
        List.of("delta", "Alpha", "charlie", "Bravo").forEach(name -> create(name, ana));

        Reply page = scim.get("/Groups?startIndex=2&count=2");

        assertThat(page.text("/totalResults")).isEqualTo("4");
        assertThat(page.text("/Resources/0/displayName")).isEqualTo("Bravo");
        assertThat(page.text("/Resources/1/displayName")).isEqualTo("charlie");
        assertThat(page.text("/Resources/1/members/0/value")).isEqualTo(ana);
        assertThat(scim.get("/Groups?count=0").text("/totalResults")).isEqualTo("4");
    }

    /** Quirk 18: hundreds of members in one request. */
    @Test
    void patchWhenHundredsComeAndGoInOneRequestThenAllOfIt() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            ids.add(scim.create("person" + i, ""));
        }
        String team = create("Team A", ids.subList(0, 300).toArray(String[]::new));
        String removes = ids.subList(0, 200).stream()
                .map(id -> "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"},")
                .collect(Collectors.joining());
        String added =
                ids.subList(300, 600).stream().map(GroupLifecycleTest::member).collect(Collectors.joining(","));

        Reply reply = scim.patch(
                "/Groups/" + team, "[" + removes + "{\"op\":\"add\",\"path\":\"members\",\"value\":[" + added + "]}]");

        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
        assertThat(members(team)).containsExactlyInAnyOrderElementsOf(ids.subList(200, 600));
    }

    private List<String> found(String filter) {
        return ids("/Groups", filter);
    }

    private List<String> usersFound(String filter) {
        return ids("/Users", filter);
    }

    private List<String> ids(String endpoint, String filter) {
        Reply reply = scim.get(endpoint + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        assertThat(reply.status()).as(filter + reply).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        reply.json()
                .get("Resources")
                .forEach(resource -> ids.add(resource.get("id").asText()));
        assertThat(reply.text("/totalResults")).isEqualTo("" + ids.size());
        return ids;
    }

    private List<String> groupsOf(String user) {
        List<String> groups = new ArrayList<>();
        scim.get("/Users/" + user)
                .json()
                .path("groups")
                .forEach(group -> groups.add(
                        group.get("display").asText() + " " + group.get("type").asText()));
        return groups;
    }

    private JournalEntry lastEntry() {
        return scim.journal.last();
    }

    private List<String> members(String group) {
        return List.copyOf(byId(scim.get("/Groups/" + group)).keySet());
    }

    private static Map<String, JsonNode> byId(Reply reply) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        reply.json()
                .path("members")
                .forEach(member -> members.put(member.get("value").asText(), member));
        return members;
    }

    private Reply add(String group, String id) {
        return scim.patch("/Groups/" + group, "[{\"op\":\"add\",\"path\":\"members\",\"value\":[" + member(id) + "]}]");
    }

    private Reply remove(String group, String id) {
        return scim.patch(
                "/Groups/" + group, "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}]");
    }

    private String create(String name, String... members) {
        String list = Arrays.stream(members).map(GroupLifecycleTest::member).collect(Collectors.joining(","));
        Reply reply = scim.post("/Groups", group(name, ",\"members\":[" + list + "]"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/id");
    }

    private static String member(String id) {
        return "{\"value\":\"" + id + "\",\"display\":\"Display of " + id + "\"}";
    }

    private static String group(String name, String more) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name + "\"" + more
                + "}";
    }
}
