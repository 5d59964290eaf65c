package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** So many members at once that they are aligned together: what holds for one holds for each of them. */
class ManyMembersTest {

    private static final int MANY = 60;

    private final TestServer scim = new TestServer();
    private final List<String> names = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void people() {
        for (int i = 0; i < MANY; i++) {
            names.add("person" + i);
            ids.add(scim.create("person" + i, ""));
        }
        scim.map(new GroupMapping(
                List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
                List.of(),
                Protection.ADMINISTRATORS,
                GroupPolicies.CAREFUL));
    }

    @Test
    void membersWhenOneWasInTheLocalGroupBeforeThenOnlyThatOneOutlivesTheRule() {
        scim.directory.createGroup(InMemoryDirectory.ID, "Team");
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "person7", "Team");
        String team = group("Team");

        patch(team, "add", ids);
        assertThat(in("Team")).containsExactlyInAnyOrderElementsOf(names);
        patch(team, "remove", ids);

        assertThat(in("Team")).containsExactly("person7");
    }

    /** Of a group this large only a part is read, which says nothing of those it leaves out. */
    @Test
    void membersWhenTheLocalGroupIsLargeThenWhoWasInItBeforeIsStillKnown() {
        scim.directory.createGroup(InMemoryDirectory.ID, "Team");
        for (int i = 0; i < 10 * MANY + 1; i++) {
            String local = "local" + i;
            scim.directory.createUser(InMemoryDirectory.ID, profile(local));
            scim.directory.addUserToGroup(InMemoryDirectory.ID, local, "Team");
        }
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "person7", "Team");
        String team = group("Team");

        patch(team, "add", ids);
        assertThat(in("Team")).containsAll(names);
        patch(team, "remove", ids);

        assertThat(in("Team")).filteredOn(names::contains).containsExactly("person7");
    }

    @Test
    void membersWhenTheProcessEndsHalfWayThenAllAreInAfterwardsAndAllAreOurs() {
        String team = group("Team");
        scim.directory.arm("addUserToGroup", Point.AFTER, new ProcessEnded());

        assertThatThrownBy(() -> patch(team, "add", ids)).isInstanceOf(ProcessEnded.class);
        assertThat(in("Team")).hasSizeBetween(1, MANY - 1);
        scim.work();

        assertThat(in("Team")).containsExactlyInAnyOrderElementsOf(names);
        patch(team, "remove", ids);
        assertThat(in("Team")).isEmpty();
    }

    @Test
    void membersWhenTwoGroupsPushThemAtOnceThenEachIsInBoth() throws Exception {
        List<String> groups = List.of(group("Red"), group("Blue"), group("Green"));
        ExecutorService pool = Executors.newFixedThreadPool(groups.size());
        try {
            List<Callable<Integer>> pushes = new ArrayList<>();
            groups.forEach(group -> pushes.add(() -> patch(group, "add", ids).status()));
            for (Future<Integer> push : pool.invokeAll(pushes)) {
                assertThat(push.get()).isEqualTo(204);
            }
        } finally {
            pool.shutdownNow();
        }

        for (String group : List.of("Red", "Blue", "Green")) {
            assertThat(in(group)).as(group).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static DirectoryUserProfile profile(String name) {
        return new DirectoryUserProfile(name, "", "", name, "", Activation.ACTIVE);
    }

    private String group(String name) {
        Reply reply = scim.post(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name + "\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/id");
    }

    private Reply patch(String group, String op, List<String> members) {
        String values =
                members.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
        return scim.patch(
                "/Groups/" + group, "[{\"op\":\"" + op + "\",\"path\":\"members\",\"value\":" + values + "}]");
    }

    private List<String> in(String localGroup) {
        return List.copyOf(scim.directory.usersInGroup(InMemoryDirectory.ID, localGroup));
    }
}
