package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;

/** A task about everybody: after another mapping was saved, and to compare what the directory holds. */
class EverybodyTaskTest {

    private static final GroupMapping SAME_NAME = new GroupMapping(
            List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
            List.of(),
            Protection.ADMINISTRATORS,
            GroupPolicies.CAREFUL);
    private static final UserMapping LOCAL_PART = new UserMapping(
            new UserNameRule("userName", Optional.of(new Rewriting("(.*)@.*", "$1")), LetterCase.AS_IS, List.of()),
            Map.of(),
            Map.of());

    private final TestServer scim = new TestServer();

    @Test
    void mappingWhenSavedThenUsersAndTheirGroupsFollow() {
        String ana = scim.create("ana@acme.test", "");
        group("Team", ana);
        save(new Mapping(SAME_NAME, LOCAL_PART));

        align();

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana");
        assertThat(in("Team")).containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
        JournalEntry entry = scim.journal.last();
        assertThat(entry.method()).isEqualTo("ALIGN");
        assertThat(entry.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(entry.plan())
                .contains("Rename the user \"ana@acme.test\" to \"ana\".", "Add \"ana\" to the local group \"Team\".");
    }

    @Test
    void mappingWhenSomebodyIsRefusedThenSkippedWithASentenceAndTheOthersFollow() {
        scim.create("ana@acme.test", "");
        scim.create("ana@other.test", "");
        scim.create("ben@acme.test", "");
        save(new Mapping(SAME_NAME, LOCAL_PART));

        align();

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana", "ana@other.test", "ben");
        assertThat(scim.tasks.all()).isEmpty();
        assertThat(scim.journal.last().notes())
                .anyMatch(note -> note.startsWith("\"ana@other.test\" does not follow the mapping that was saved: "));
    }

    @Test
    void mappingWhenTheDirectoryForbidsItThenEverybodyIsSkippedAndTheJournalSaysSo() {
        scim.create("ana@acme.test", "");
        save(new Mapping(SAME_NAME, LOCAL_PART));
        scim.directory.forbid(DirectoryOperation.UPDATE_USER);

        align();

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana@acme.test");
        assertThat(scim.tasks.all()).isEmpty();
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("\"ana@acme.test\" does not follow"));
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.NO_CHANGE);
    }

    @Test
    void mappingWhenRulesForUsersAreTheSameThenNobodyIsRemapped() {
        scim.create("ana", "");
        scim.directory.updateUser(
                InMemoryDirectory.ID,
                scim.directory
                        .findUserByName(InMemoryDirectory.ID, "ana")
                        .orElseThrow()
                        .profile());
        int writes = scim.directory.writes().size();
        save(new Mapping(SAME_NAME, UserMapping.PLAIN));

        align();

        assertThat(scim.directory.writes()).hasSize(writes);
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void namesWhenTheyMoveOnFromOneToAnotherThenAllFollow() {
        scim.create("x1", ",\"nickName\":\"x2\"");
        scim.create("x2", ",\"nickName\":\"x3\"");
        save(new Mapping(
                SAME_NAME,
                new UserMapping(
                        new UserNameRule("nickName", Optional.empty(), LetterCase.AS_IS, List.of()),
                        Map.of(),
                        Map.of())));

        align();

        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("x2", "x3");
    }

    @Test
    void taskWhenNodesMayStillGoByTheMappingBeforeThenItWaits() {
        scim.create("ana@acme.test", "");
        save(new Mapping(SAME_NAME, LOCAL_PART));

        scim.clock.advance(Duration.ofMillis(2_999));
        scim.server().alignOnce();
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana@acme.test");

        scim.clock.advance(Duration.ofMillis(1));
        scim.server().alignOnce();
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana");
    }

    @Test
    void taskWhenTheDirectoryIsOutOfReachThenItStaysAndIsCarriedOn() {
        scim.create("ana@acme.test", "");
        save(new Mapping(SAME_NAME, LOCAL_PART));
        scim.directory.arm("renameUser", Point.BEFORE, new DirectoryException.Unavailable("Out of reach.", null));

        align();
        assertThat(scim.tasks.all()).hasSize(1);

        align();
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void taskWhenTheProcessEndsWithinThenTheNextWorkerCompletesIt(Point point) {
        String ana = scim.create("ana@acme.test", "");
        String ben = scim.create("ben@acme.test", "");
        group("Team", ana, ben);
        for (String operation : List.of("renameUser", "createGroup", "addUserToGroup")) {
            save(new Mapping(
                    SAME_NAME,
                    scim.directory.userNames(InMemoryDirectory.ID).contains("ana") ? UserMapping.PLAIN : LOCAL_PART));
            scim.directory.arm(operation, point, new ProcessEnded());
            try {
                align();
            } catch (ProcessEnded ended) {
                scim.restart();
            }
            align();
            assertThat(scim.tasks.all()).isEmpty();
            assertThat(in("Team")).containsExactlyElementsOf(scim.directory.userNames(InMemoryDirectory.ID));
        }
    }

    @Test
    void taskWhenStoppedThenRestsAndGoesOnFromWhereItWas() {
        List<String> names = IntStream.range(0, 1_100)
                .mapToObj(i -> String.format("u%04d", i))
                .toList();
        names.forEach(name -> scim.create(name + "@acme.test", ""));
        save(new Mapping(SAME_NAME, LOCAL_PART));
        String id = scim.tasks.all().get(0).id();
        scim.tasks.beforeProgress(2, () -> scim.tasks.setState(id, State.STOPPED));

        align();

        AlignmentTask stopped = scim.tasks.find(id).orElseThrow();
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.done()).isEqualTo(500);
        int renamed = renames();
        assertThat(renamed).isEqualTo(1_000);

        align();
        assertThat(renames()).as("while stopped").isEqualTo(renamed);

        scim.tasks.setState(id, State.OPEN);
        align();
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactlyElementsOf(names);
        assertThat(renames()).as("nobody twice").isEqualTo(1_100);
        assertThat(scim.tasks.all()).isEmpty();
    }

    private int renames() {
        return (int) scim.directory.writes().stream()
                .filter(write -> write.startsWith("renameUser"))
                .count();
    }

    @Test
    void comparisonWhenSomebodyWasTakenOutByHandThenPutBack() {
        scim.map(SAME_NAME);
        String ana = scim.create("ana", "");
        group("Team", ana);
        scim.directory.removeUserFromGroup(InMemoryDirectory.ID, "ana", "Team");
        everybody(new Scope.Everybody());

        align();

        assertThat(in("Team")).containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void comparisonWhenTheLocalGroupWasRemovedByHandThenMadeAgain() {
        scim.map(SAME_NAME);
        group("Team", scim.create("ana", ""));
        scim.directory.removeGroup(InMemoryDirectory.ID, "Team");
        everybody(new Scope.Everybody());

        align();

        assertThat(in("Team")).containsExactly("ana");
    }

    @Test
    void comparisonWhenSomebodyWasPutInByHandThenStays() {
        scim.map(SAME_NAME);
        group("Team", scim.create("ana", ""));
        scim.create("ben", "");
        scim.directory.addUserToGroup(InMemoryDirectory.ID, "ben", "Team");
        everybody(new Scope.Everybody());

        align();

        assertThat(in("Team")).containsExactly("ana", "ben");
        assertThat(scim.grants.all()).hasSize(1);
    }

    private void save(Mapping mapping) {
        long before = scim.mappings.currentVersion(scim.connection().id());
        scim.map(mapping);
        everybody(Scope.Everybody.afterMapping(before));
    }

    private void everybody(Scope scope) {
        scim.tasks
                .adding(new AlignmentTask(
                        "task-" + scim.journal.all().size() + "-"
                                + scim.directory.writes().size(),
                        scim.connection().id(),
                        scope,
                        State.OPEN,
                        Optional.empty(),
                        0,
                        10_000,
                        scim.clock.instant(),
                        "entry",
                        "Everybody is compared."))
                .alone();
    }

    private void align() {
        scim.clock.advance(Duration.ofSeconds(3));
        scim.server().alignOnce();
    }

    private void group(String name, String... members) {
        String list = String.join(
                ",",
                List.of(members).stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .toList());
        assertThat(scim.post("/Groups", "{\"displayName\":\"" + name + "\",\"members\":[" + list + "]}")
                        .status())
                .isEqualTo(201);
    }

    private List<String> in(String localGroup) {
        return List.copyOf(scim.directory.usersInGroup(InMemoryDirectory.ID, localGroup));
    }
}
