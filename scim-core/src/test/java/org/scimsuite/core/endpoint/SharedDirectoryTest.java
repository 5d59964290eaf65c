package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.bundle.BundleWriter;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MappingVersion;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Two connections give local groups of one directory; and groups that are larger than a request. */
class SharedDirectoryTest {

    private static final GroupMapping SAME_NAME = new GroupMapping(
            List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
            List.of(),
            Protection.ADMINISTRATORS,
            GroupPolicies.CAREFUL);

    private final TestServer scim = new TestServer();
    private Connection other;

    @BeforeEach
    void connections() {
        scim.map(SAME_NAME);
        other = scim.connect("Entra");
        scim.map(other, new Mapping(SAME_NAME, UserMapping.PLAIN));
    }

    @Test
    void membershipWhenTwoConnectionsGiveItThenStaysUntilBothLetGo() {
        String ana = scim.create("ana", "");
        String first = scim.post("/Groups", group("Team", List.of(ana))).text("/id");
        String second =
                others("POST", "/Groups", group("Team", List.of(known("ana")))).text("/id");
        assertThat(scim.grants.all()).hasSize(2);

        scim.put("/Groups/" + first, group("Team", List.of()));
        assertThat(in("Team")).containsExactly("ana");
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("another connection asks for it"));

        others("PUT", "/Groups/" + second, group("Team", List.of()));
        assertThat(in("Team"))
                .as("given by us, though the second connection found it")
                .isEmpty();
        assertThat(scim.grants.all()).isEmpty();
    }

    @Test
    void groupWhenItHasMorePeopleThanARequestTakesThenTheWorkerCompletesItAndTheJournalSaysBoth() {
        List<String> people = IntStream.range(0, 1_200)
                .mapToObj(i -> scim.create("user" + i, ""))
                .toList();

        Reply made = scim.post("/Groups", group("Team", people));

        assertThat(made.status()).isEqualTo(201);
        assertThat(in("Team")).hasSize(500);
        JournalEntry request = scim.journal.last();
        assertThat(request.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(request.notes()).anyMatch(note -> note.contains("follow in the background"));
        assertThat(scim.tasks.all()).hasSize(1).allMatch(task -> task.done() == 500 && task.total() == 1_200);
        scim.get("/Users?count=1");
        assertThat(in("Team")).as("left to the worker").hasSize(500);

        scim.server().alignOnce();

        assertThat(in("Team")).hasSize(1_200);
        assertThat(scim.grants.all()).hasSize(1_200);
        assertThat(scim.tasks.all()).isEmpty();
        assertThat(scim.journal.last().method()).isEqualTo("ALIGN");
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains(request.id()));
    }

    @Test
    void membershipWhenThePersonIsRenamedByOneConnectionThenTheOtherStillGivesIt() {
        String ana = scim.create("ana", "");
        String team = scim.post("/Groups", group("Team", List.of(ana))).text("/id");
        others("POST", "/Groups", group("Team", List.of(known("ana"))));

        scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"anna\"}]");
        scim.put("/Groups/" + team, group("Team", List.of()));

        assertThat(in("Team")).containsExactly("anna");
    }

    @Test
    void membershipWhenSomebodyElseHasTheFormerNameThenTheOtherConnectionGivesThemNothing() {
        String ana = scim.create("ana", "");
        others("POST", "/Groups", group("Team", List.of(known("ana"))));
        scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"anna\"}]");
        String newcomer = scim.create("ana", "");
        String team = scim.post("/Groups", group("Team", List.of(newcomer))).text("/id");
        assertThat(in("Team")).containsExactly("ana", "anna");

        scim.put("/Groups/" + team, group("Team", List.of()));

        assertThat(in("Team")).containsExactly("anna");
    }

    @Test
    void connectionWhenMadeAMomentAgoThenTheOthersKnowWhatItGives() {
        String ana = scim.create("ana", "");
        String team = scim.post("/Groups", group("Team", List.of(ana))).text("/id");
        Connection third = scim.connect("Keycloak");
        scim.mappings.insert(
                new MappingVersion(third.id(), 1, document(SAME_NAME), "admin", scim.clock.instant(), ""),
                Alongside.NOTHING);
        String known = scim.send(third, "GET", "/Users?filter=userName%20eq%20%22ana%22", "")
                .text("/Resources/0/id");
        scim.send(third, "POST", "/Groups", group("Team", List.of(known)));

        scim.put("/Groups/" + team, group("Team", List.of()));

        assertThat(in("Team")).containsExactly("ana");
    }

    @Test
    void connectionsWhenManyRequestsComeInASecondThenListedOnce() {
        String ana = scim.create("ana", "");
        scim.clock.advance(Duration.ofSeconds(2));
        int before = scim.connections.lists();

        for (int i = 0; i < 10; i++) {
            scim.post("/Groups", group("Team " + i, List.of(ana)));
        }

        assertThat(scim.connections.lists() - before).isEqualTo(1);
    }

    private Reply others(String method, String target, String body) {
        return scim.send(other, method, target, body);
    }

    /** The id that the other connection knows somebody by. */
    private String known(String userName) {
        return others("GET", "/Users?filter=userName%20eq%20%22" + userName + "%22", "")
                .text("/Resources/0/id");
    }

    private static String document(GroupMapping mapping) {
        return BundleWriter.write(MappingBundle.of("Internal", new Mapping(mapping, UserMapping.PLAIN)));
    }

    private static String group(String name, List<String> members) {
        return "{\"displayName\":\"" + name + "\",\"members\":["
                + members.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",")) + "]}";
    }

    private List<String> in(String localGroup) {
        return List.copyOf(scim.directory.usersInGroup(InMemoryDirectory.ID, localGroup));
    }
}
