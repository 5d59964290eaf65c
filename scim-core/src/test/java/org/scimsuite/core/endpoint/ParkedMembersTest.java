package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.store.ParkedMember;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Members that were given before they were there, or by another id than ours. */
class ParkedMembersTest {

    private final TestServer server = new TestServer();

    @Test
    void postUserWhenItsExternalIdIsParkedThenItIsAMemberAndTheGroupHasItsNextVersion() {
        String team = group("Team", "", "00u-ana");
        String before = version(team);

        String ana = user("ana", "00u-ana");

        assertThat(members(team)).containsExactly(ana);
        assertThat(version(team)).isNotEqualTo(before);
        assertThat(parked()).isEmpty();
        assertThat(server.get("/Users/" + ana).text("/groups/0/value")).isEqualTo(team);
    }

    @Test
    void postUserWhenItsUserNameIsParkedThenItIsAMember() {
        String team = group("Team", "", "ana@acme.test");

        String ana = user("ana@acme.test", "00u-ana");

        assertThat(members(team)).containsExactly(ana);
    }

    @Test
    void putUserWhenItsNewExternalIdIsParkedThenItIsAMember() {
        String team = group("Team", "", "00u-ana");
        String ana = user("ana", "other");
        assertThat(members(team)).isEmpty();

        server.put("/Users/" + ana, userBody("ana", "00u-ana"));

        assertThat(members(team)).containsExactly(ana);
    }

    @Test
    void postUserWhenTwoGroupsWaitForBothOfItsIdsThenItIsAMemberOfEachOnce() {
        String one = group("One", "", "00u-ana", "ana");
        String two = group("Two", "", "ana");

        String ana = user("ana", "00u-ana");

        assertThat(members(one)).containsExactly(ana);
        assertThat(members(two)).containsExactly(ana);
    }

    @Test
    void postGroupWhenItsExternalIdIsParkedThenItIsNested() {
        String parent = group("Parent", "", "00g-child");

        String child = group("Child", "00g-child");

        assertThat(members(parent)).containsExactly(child);
        assertThat(server.get("/Groups/" + parent).text("/members/0/type")).isEqualTo("Group");
    }

    @Test
    void postUserWhenAnotherHasTheSameExternalIdThenTheMemberStaysParked() {
        user("ana", "same");
        user("ben", "same");
        String team = group("Team", "", "same");

        user("cleo", "same");

        assertThat(members(team)).isEmpty();
        assertThat(parked()).extracting(ParkedMember::memberId).containsExactly("same");
        assertThat(parked()).extracting(ParkedMember::groupId).containsExactly(team);
    }

    @Test
    void patchWhenAMemberIsGivenByItsExternalIdThenItIsThatMemberAndTheJournalSaysSo() {
        String ana = user("ana", "00u-ana");
        String team = group("Team", "");

        assertThat(patch(team, "add", "00u-ana").status()).isEqualTo(204);

        assertThat(members(team)).containsExactly(ana);
        assertThat(server.journal.last().notes()).anyMatch(note -> note.contains("externalId or userName"));
    }

    @Test
    void patchWhenTheSameMemberIsGivenTwiceByDifferentIdsThenItIsAMemberOnce() {
        String ana = user("ana", "00u-ana");
        String team = group("Team", "", "00u-ana", ana, "ANA");

        assertThat(members(team)).containsExactly(ana);
        assertThat(patch(team, "add", "00u-ana").status()).isEqualTo(204);
        assertThat(members(team)).containsExactly(ana);
    }

    @Test
    void patchWhenAMemberIsRemovedByItsExternalIdThenItIsGone() {
        user("ana", "00u-ana");
        String ben = user("ben", "00u-ben");
        String team = group("Team", "", "00u-ana", "00u-ben");

        assertThat(patch(team, "remove", "00u-ana").status()).isEqualTo(204);

        assertThat(members(team)).containsExactly(ben);
    }

    @Test
    void patchWhenAParkedMemberIsRemovedThenItDoesNotArrive() {
        String team = group("Team", "", "00u-ana");

        patch(team, "remove", "00u-ana");
        user("ana", "00u-ana");

        assertThat(members(team)).isEmpty();
    }

    private List<ParkedMember> parked() {
        return server.groups.parked(server.connection().id(), Optional.empty(), 10);
    }

    private String user(String name, String externalId) {
        Reply reply = server.post("/Users", userBody(name, externalId));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/id");
    }

    private static String userBody(String name, String externalId) {
        return TestServer.user(name, ",\"externalId\":\"" + externalId + "\"");
    }

    private String group(String name, String externalId, String... members) {
        String list = String.join(
                ",",
                List.of(members).stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .toList());
        String external = externalId.isEmpty() ? "" : "\"externalId\":\"" + externalId + "\",";
        Reply reply =
                server.post("/Groups", "{\"displayName\":\"" + name + "\"," + external + "\"members\":[" + list + "]}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/id");
    }

    private Reply patch(String group, String op, String member) {
        String path = op.equals("remove") ? "members[value eq \\\"" + member + "\\\"]" : "members";
        String value = op.equals("remove") ? "" : ",\"value\":[{\"value\":\"" + member + "\"}]";
        return server.patch("/Groups/" + group, "[{\"op\":\"" + op + "\",\"path\":\"" + path + "\"" + value + "}]");
    }

    private String version(String group) {
        return server.get("/Groups/" + group).text("/meta/version");
    }

    private List<String> members(String group) {
        return StreamSupport.stream(
                        server.get("/Groups/" + group).json().path("members").spliterator(), false)
                .map(member -> member.path("value").asText())
                .toList();
    }
}
