package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupPolicies.Emptied;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupPolicies.Renamed;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Two requests make, fill and empty one local group at the same moment: two nodes, or two connections of one directory. */
class LocalGroupRacesTest {

    private static final Mapping SAME_NAME = new Mapping(
            new GroupMapping(
                    List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
                    List.of(),
                    Protection.ADMINISTRATORS,
                    new GroupPolicies(Found.KEEP, Renamed.FOLLOW, Emptied.REMOVE, Inactive.KEEP_GROUPS)),
            UserMapping.PLAIN);

    private final TestServer scim = new TestServer();
    private final String ana = scim.create("ana", "");
    private Connection other;
    private String othersBen;

    @BeforeEach
    void connections() {
        scim.create("ben", "");
        scim.map(SAME_NAME);
        other = scim.connect("Entra");
        scim.map(other, SAME_NAME);
        othersBen = scim.send(other, "GET", "/Users?filter=userName%20eq%20%22ben%22", "")
                .text("/Resources/0/id");
    }

    @Test
    void groupWhenTwoMakeItAtOnceThenItIsOursAndGoesWithTheLastMember() {
        scim.directory.meanwhile("createGroup", Point.BEFORE, () -> push(other, "Team", othersBen));
        String first = push(scim.connection(), "Team", ana);
        assertThat(in("Team")).containsExactly("ana", "ben");
        String second = scim.send(other, "GET", "/Groups?filter=displayName%20eq%20%22Team%22", "")
                .text("/Resources/0/id");

        empty(scim.connection(), first);
        empty(other, second);

        assertThat(groups()).as("made by us, whoever came second").isEmpty();
    }

    @Test
    void groupWhenALocalAdminMakesItAtThatMomentThenItIsNotOursAndStays() {
        scim.directory.meanwhile(
                "createGroup", Point.BEFORE, () -> scim.directory.createGroup(InMemoryDirectory.ID, "Team"));
        String team = push(scim.connection(), "Team", ana);
        assertThat(in("Team")).containsExactly("ana");

        empty(scim.connection(), team);

        assertThat(groups()).containsExactly("Team");
    }

    @Test
    void groupWhenSomebodyGetsInWhileItIsRemovedAsEmptyThenItComesBackWithThem() {
        String team = push(scim.connection(), "Team", ana);
        scim.directory.meanwhile("removeGroup", Point.BEFORE, () -> push(other, "Team", othersBen));

        empty(scim.connection(), team);
        scim.server().alignOnce();

        assertThat(in("Team")).containsExactly("ben");
        assertThat(scim.tasks.all()).isEmpty();
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("was removed as empty while"));
    }

    @Test
    void groupWhenItIsMadeAnewBehindItsRemovalThenItIsOursStill() {
        String team = push(scim.connection(), "Team", ana);
        scim.directory.meanwhile("removeGroup", Point.AFTER, () -> push(other, "Team", othersBen));

        empty(scim.connection(), team);
        scim.server().alignOnce();
        assertThat(in("Team")).containsExactly("ben");
        empty(other, scim.send(other, "GET", "/Groups", "").text("/Resources/0/id"));

        assertThat(groups()).isEmpty();
    }

    @Test
    void groupWhenTheLastTwoLeaveAtOnceThenItGoesWithTheLaterOne() {
        String team = push(scim.connection(), "Team", ana);
        String others = push(other, "Team", othersBen);
        scim.directory.meanwhile("removeUserFromGroup", Point.AFTER, () -> empty(other, others));

        empty(scim.connection(), team);

        assertThat(groups()).isEmpty();
    }

    @Test
    void groupWhenEachOfTheLastTwoStillSeesTheOtherThenItGoesBehindTheLaterEnd() {
        String team = push(scim.connection(), "Team", ana);
        String others = push(other, "Team", othersBen);
        scim.grants.beforeNextWrite(() -> empty(other, others));

        empty(scim.connection(), team);

        assertThat(groups()).isEmpty();
        assertThat(scim.journal.all()).anyMatch(entry -> entry.plan().stream()
                .anyMatch(sentence -> sentence.contains("local group \"Team\"") && sentence.contains("emove")));
    }

    @Test
    void memberWhenAnotherRequestKeepsThePersonThenTheRequestIsAnsweredAndTheRestFollows() {
        scim.locks.waitNoMore();
        scim.directory.meanwhile("addUserToGroup", Point.BEFORE, () -> push(scim.connection(), "Second", ana));

        push(scim.connection(), "First", ana);
        assertThat(in("First")).containsExactly("ana");
        assertThat(groups()).as("left to the background").doesNotContain("Second");
        assertThat(scim.tasks.all()).hasSize(1);
        assertThat(scim.journal.all()).anyMatch(entry -> entry.notes().stream()
                .anyMatch(note -> note.startsWith("Other requests were changing")));

        scim.server().alignOnce();

        assertThat(in("Second")).containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
    }

    private String push(Connection connection, String name, String... members) {
        Reply made = scim.send(connection, "POST", "/Groups", group(name, members));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.text("/id");
    }

    private void empty(Connection connection, String group) {
        Reply emptied = scim.send(connection, "PUT", "/Groups/" + group, group("Team"));
        assertThat(emptied.status()).as(emptied.body()).isEqualTo(200);
    }

    private static String group(String name, String... members) {
        return "{\"displayName\":\"" + name + "\",\"members\":["
                + Stream.of(members).map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",")) + "]}";
    }

    private List<String> in(String localGroup) {
        return List.copyOf(scim.directory.usersInGroup(InMemoryDirectory.ID, localGroup));
    }

    private List<String> groups() {
        return List.copyOf(scim.directory.groupNames(InMemoryDirectory.ID));
    }
}
