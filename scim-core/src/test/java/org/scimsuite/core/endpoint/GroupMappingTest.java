package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupPolicies.Emptied;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupPolicies.Renamed;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.Protection.Administrators;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Groups of the provider become memberships of local groups. */
class GroupMappingTest {

    private static final GroupRule SAME_NAME = new GroupRule.SameName("same name", Missing.CREATE, Then.STOP);

    private final TestServer scim = new TestServer();
    private String ana;
    private String ben;

    @BeforeEach
    void people() {
        ana = scim.create("ana", "");
        ben = scim.create("ben", "");
        map(GroupPolicies.CAREFUL, SAME_NAME);
    }

    @Test
    void memberWhenAddedThenIsInTheLocalGroupWhichIsMade() {
        String team = group("Team");

        add(team, ana);

        assertThat(in("Team")).containsExactly("ana");
        assertThat(scim.madeGroups.marks(InMemoryDirectory.ID, "team")).hasSize(1);
        assertThat(scim.tasks.all()).isEmpty();
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(scim.journal.last().plan())
                .contains("Create the local group \"Team\".", "Add \"ana\" to the local group \"Team\".");
    }

    @Test
    void memberWhenAddedThenTheRequestIsKeptWithTheMembership() {
        String team = group("Team", ana);
        String created = scim.journal.last().id();
        add(team, ben);
        String added = scim.journal.last().id();

        assertThat(scim.groups.findGroupsOf(scim.connection().id(), List.of(ana, ben)))
                .extracting(Membership::memberId, Membership::journalId)
                .containsExactly(tuple(ana, Optional.of(created)), tuple(ben, Optional.of(added)));
    }

    @Test
    void memberWhenRemovedThenLeavesTheLocalGroupAndOthersStay() {
        String team = group("Team", ana, ben);

        remove(team, ana);

        assertThat(in("Team")).containsExactly("ben");
        assertThat(scim.journal.last().plan()).contains("Remove \"ana\" from the local group \"Team\".");
    }

    @Test
    void putWhenMembersAreReplacedThenTheLocalGroupFollows() {
        String team = group("Team", ana);

        scim.put("/Groups/" + team, body("Team", ben));

        assertThat(in("Team")).containsExactly("ben");
    }

    @Test
    void groupWhenDeletedThenItsMembersLeave() {
        String team = group("Team", ana, ben);

        scim.delete("/Groups/" + team);

        assertThat(in("Team")).isEmpty();
        assertThat(scim.grants.all()).isEmpty();
        assertThat(scim.directory.findGroupByName(InMemoryDirectory.ID, "Team")).isPresent();
    }

    @Test
    void memberWhenParkedThenJoinsTheLocalGroupOnceThePersonIsThere() {
        String team = group("Team", "eve");
        assertThat(in("Team")).isEmpty();

        String eve = scim.create("eve", "");

        assertThat(in("Team")).containsExactly("eve");
        remove(team, eve);
        assertThat(in("Team")).isEmpty();
    }

    @Test
    void memberWhenTwoGroupsGiveTheSameLocalGroupThenLeavesWithTheLast() {
        GroupRule table = new GroupRule.Table(
                "table",
                List.of(new GroupRule.Table.Entry(List.of("One", "Two"), List.of("Local"))),
                Missing.CREATE,
                Then.STOP);
        map(GroupPolicies.CAREFUL, table);
        String one = group("One", ana);
        String two = group("Two", ana);

        remove(one, ana);
        assertThat(in("Local")).containsExactly("ana");

        remove(two, ana);
        assertThat(in("Local")).isEmpty();
    }

    @Test
    void nestedGroupWhenAddedAndRemovedThenItsPeopleFollow() {
        String inner = group("Inner", ana);
        String outer = group("Outer");

        add(outer, inner);
        assertThat(in("Outer")).containsExactly("ana");

        remove(outer, inner);
        assertThat(in("Outer")).isEmpty();
        assertThat(in("Inner")).containsExactly("ana");
    }

    @Test
    void nestedGroupWhenDeletedThenItsPeopleLeaveTheOuterOneToo() {
        String inner = group("Inner", ana);
        String outer = group("Outer", inner);
        assertThat(in("Outer")).containsExactly("ana");

        scim.delete("/Groups/" + inner);

        assertThat(in("Outer")).isEmpty();
        assertThat(outer).isNotEmpty();
    }

    @Test
    void foundMembershipWhenKeptThenOutlivesTheRule() {
        scim.directory.createGroup(InMemoryDirectory.ID, "Team");
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "ana", "Team");
        String team = group("Team", ana, ben);

        remove(team, ana);
        remove(team, ben);

        assertThat(in("Team")).containsExactly("ana");
    }

    @Test
    void foundMembershipWhenTakenOverThenEndsWithTheRule() {
        map(policies(Found.TAKE_OVER), SAME_NAME);
        scim.directory.createGroup(InMemoryDirectory.ID, "Team");
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "ana", "Team");
        String team = group("Team", ana);

        remove(team, ana);

        assertThat(in("Team")).isEmpty();
    }

    @Test
    void foundMembershipWhenReportedThenStaysAndIsNoted() {
        map(policies(Found.REPORT), SAME_NAME);
        scim.directory.createGroup(InMemoryDirectory.ID, "Team");
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "ana", "Team");
        String team = group("Team", ana);

        remove(team, ana);

        assertThat(in("Team")).containsExactly("ana");
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("was there before"));
    }

    @Test
    void groupWhenRenamedAndKeptThenPeopleStayInTheLocalGroup() {
        String team = group("Team", ana);

        rename(team, "Crew");
        add(team, ben);

        assertThat(in("Team")).containsExactly("ana", "ben");
        assertThat(in("Crew")).isEmpty();
    }

    @Test
    void groupWhenRenamedAndFollowedThenPeopleMove() {
        map(new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.REMOVE, Inactive.KEEP_GROUPS), SAME_NAME);
        String team = group("Team", ana);

        rename(team, "Crew");

        assertThat(in("Crew")).containsExactly("ana");
        assertThat(scim.directory.findGroupByName(InMemoryDirectory.ID, "Team"))
                .as("made by us and empty")
                .isEmpty();
    }

    @Test
    void emptiedGroupWhenNotMadeByUsThenStays() {
        map(new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.REMOVE, Inactive.KEEP_GROUPS), SAME_NAME);
        scim.directory.createGroup(InMemoryDirectory.ID, "Team");
        String team = group("Team", ana);

        remove(team, ana);

        assertThat(in("Team")).isEmpty();
        assertThat(scim.directory.findGroupByName(InMemoryDirectory.ID, "Team")).isPresent();
    }

    @Test
    void missingLocalGroupWhenSkippedThenNobodyIsAddedAndTheJournalSaysSo() {
        map(GroupPolicies.CAREFUL, new GroupRule.SameName("same name", Missing.SKIP, Then.STOP));

        group("Team", ana);

        assertThat(scim.directory.groupNames(InMemoryDirectory.ID)).isEmpty();
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("does not exist"));
        assertThat(scim.grants.all()).isEmpty();
    }

    @Test
    void personWhenDeactivatedAndBackThenGroupsGoAndReturn() {
        map(new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.KEEP, Inactive.WITHDRAW_GROUPS), SAME_NAME);
        group("Team", ana);

        activate("false");
        assertThat(in("Team")).isEmpty();

        activate("true");
        assertThat(in("Team")).containsExactly("ana");
    }

    @Test
    void personWhenDeletedThenLeavesAllLocalGroups() {
        group("Team", ana, ben);

        scim.delete("/Users/" + ana);

        assertThat(in("Team")).containsExactly("ben");
        assertThat(scim.grants.all()).noneMatch(grant -> grant.userId().equals(ana));
    }

    @Test
    void userRuleWhenAttributeChangesThenGroupsFollow() {
        scim.map(new GroupMapping(
                List.of(),
                List.of(new UserGroupRule(
                        "engineers", Optional.of("title eq \"Engineer\""), List.of("Engineers"), Missing.CREATE)),
                Protection.ADMINISTRATORS,
                GroupPolicies.CAREFUL));

        scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Engineer\"}]");
        assertThat(in("Engineers")).containsExactly("ana");
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.APPLIED);

        scim.patch("/Users/" + ana, "[{\"op\":\"remove\",\"path\":\"title\"}]");
        assertThat(in("Engineers")).isEmpty();

        scim.create("eve", ",\"title\":\"Engineer\"");
        assertThat(in("Engineers")).containsExactly("eve");
    }

    @Test
    void memberWhenTheDirectoryRefusesTheRemovalThenTheGrantStaysUntilItIsDone() {
        String team = group("Team", ana, ben);
        scim.directory.arm(
                "removeUserFromGroup", Point.BEFORE, new DirectoryException.NotPermitted("Read-only at night.", null));

        remove(team, ana);

        assertThat(in("Team")).containsExactly("ana", "ben");
        assertThat(scim.grants.all()).anyMatch(grant -> grant.userId().equals(ana));
        assertThat(scim.journal.last().notes())
                .anyMatch(note -> note.contains("\"ana\" stays") && note.contains("Read-only at night."));

        group("Other", ana);

        assertThat(in("Team")).as("tried again with the next alignment").containsExactly("ben");
        assertThat(scim.grants.all())
                .noneMatch(grant ->
                        grant.userId().equals(ana) && grant.localGroup().equals("Team"));
    }

    @Test
    void directoryWhenUnavailableHalfWayThen503AndTheRepetitionCompletesIt() {
        String team = group("Team", ana);
        scim.directory.arm("addUserToGroup", Point.BEFORE, new DirectoryException.Unavailable("Out of reach.", null));

        Reply cut = add(team, ben);

        assertThat(cut.status()).isEqualTo(503);
        assertThat(scim.tasks.all()).hasSize(1);
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(add(team, ben).status()).isEqualTo(204);
        assertThat(in("Team")).containsExactly("ana", "ben");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void taskWhenLeftThenTheWorkerCompletesIt() {
        String team = group("Team", ana);
        scim.directory.arm("addUserToGroup", Point.AFTER, new DirectoryException.Unavailable("Out of reach.", null));
        add(team, ben);

        scim.server().alignOnce();

        assertThat(in("Team")).containsExactly("ana", "ben");
        assertThat(scim.tasks.all()).isEmpty();
        remove(team, ben);
        assertThat(in("Team"))
                .as("ours, though it was there when looked at again")
                .containsExactly("ana");
    }

    @Test
    void memberWhenDirectoryForbidsGroupChangesThen403AndNothingRecorded() {
        String team = group("Team", ana);
        scim.directory.forbid(DirectoryOperation.UPDATE_GROUP);

        Reply reply = add(team, ben);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/detail")).contains("update group");
        assertThat(scim.get("/Groups/" + team).json().at("/members")).hasSize(1);
    }

    @Test
    void groupWhenDirectoryForbidsCreationOfGroupsThen403AndNothingRecorded() {
        scim.directory.forbid(DirectoryOperation.CREATE_GROUP);

        Reply reply = scim.post("/Groups", body("Team", ana));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(scim.get("/Groups").json().at("/totalResults").asInt()).isZero();
    }

    @Test
    void protectedGroupWhenMembersAreSentThen403AndNothingRecorded() {
        Reply made = scim.post("/Groups", body(InMemoryDirectory.ADMINISTRATORS, ana));
        String empty = group(InMemoryDirectory.ADMINISTRATORS);
        Reply added = add(empty, ana);

        assertThat(List.of(made.status(), added.status())).containsExactly(403, 403);
        assertThat(added.text("/detail")).contains("protected", "same name");
        assertThat(scim.get("/Groups/" + empty).json().at("/members")).isEmpty();
    }

    @Test
    void protectedPersonWhenRenamedDeactivatedOrRemovedThen403WithTheReason() {
        scim.directory.createGroup(InMemoryDirectory.ID, InMemoryDirectory.ADMINISTRATORS);
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "ana", InMemoryDirectory.ADMINISTRATORS);

        assertThat(activate("false").status()).isEqualTo(403);
        assertThat(scim.delete("/Users/" + ana).text("/detail")).contains("administrator of the product");
        assertThat(scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"anna\"}]")
                        .status())
                .isEqualTo(403);
        assertThat(scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]")
                        .status())
                .isEqualTo(200);
        assertThat(profile("ana").active()).isEqualTo(Activation.ACTIVE);
    }

    @Test
    @Requirement("C480")
    void breakGlassAccountWhenNamedOrInProtectedGroupThen403() {
        scim.directory.createGroup(InMemoryDirectory.ID, "Vault");
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "ben", "Vault");
        scim.map(new GroupMapping(
                List.of(),
                List.of(),
                new Protection(List.of("vault"), List.of("ANA"), Administrators.PROVISIONED),
                GroupPolicies.CAREFUL));

        assertThat(scim.delete("/Users/" + ana).text("/detail")).contains("names the user");
        assertThat(scim.delete("/Users/" + ben).text("/detail")).contains("\"Vault\"");
    }

    private void map(GroupPolicies policies, GroupRule... rules) {
        scim.map(new GroupMapping(List.of(rules), List.of(), Protection.ADMINISTRATORS, policies));
    }

    private static GroupPolicies policies(Found found) {
        return new GroupPolicies(found, Renamed.KEEP_LOCAL_GROUP, Emptied.KEEP, Inactive.KEEP_GROUPS);
    }

    private String group(String name, String... members) {
        Reply reply = scim.post("/Groups", body(name, members));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/id");
    }

    private static String body(String name, String... members) {
        String list = String.join(
                ",",
                List.of(members).stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .toList());
        return "{\"displayName\":\"" + name + "\",\"members\":[" + list + "]}";
    }

    private Reply add(String group, String member) {
        return scim.patch(
                "/Groups/" + group,
                "[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + member + "\"}]}]");
    }

    private Reply remove(String group, String member) {
        return scim.patch(
                "/Groups/" + group, "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + member + "\\\"]\"}]");
    }

    private void rename(String group, String name) {
        scim.patch("/Groups/" + group, "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + name + "\"}]");
    }

    private Reply activate(String active) {
        return scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}]");
    }

    private List<String> in(String localGroup) {
        return List.copyOf(scim.directory.usersInGroup(InMemoryDirectory.ID, localGroup));
    }

    private DirectoryUserProfile profile(String name) {
        return scim.directory
                .findUserByName(InMemoryDirectory.ID, name)
                .orElseThrow()
                .profile();
    }
}
