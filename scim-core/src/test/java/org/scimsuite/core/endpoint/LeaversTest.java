package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.RecordedLeavers;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Who leaves is out, and what else lets the person in ends behind that. */
class LeaversTest {

    private static final LeaverStep FAILED = new LeaverStep(LeaverStep.Outcome.FAILED, "The tokens stay for now.");
    private static final LeaverStep DONE = new LeaverStep(LeaverStep.Outcome.DONE, "2 tokens were removed.");
    private static final LeaverStep NOT_OFFERED =
            new LeaverStep(LeaverStep.Outcome.NOT_OFFERED, "Remembered log-ins cannot be ended.");

    private final TestServer scim = new TestServer();
    private final RecordedLeavers leavers = new RecordedLeavers(scim.directory);
    private String ana;

    @BeforeEach
    void ana() {
        scim.leave(leavers);
        ana = scim.create("ana", "");
    }

    @Test
    void deactivationThenAllElseEndsToo() {
        Reply reply = activate(false);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(names()).containsExactly("ana");
        assertThat(scim.journal.last().notes()).containsExactly("\"ana\" left: 2 sessions were ended.");
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void deletionThenAllElseEndsToo() {
        assertThat(scim.delete("/Users/" + ana).status()).isEqualTo(204);

        assertThat(names()).containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void deletionWhenALocalAdminHasDeactivatedThePersonThenAllElseEndsAllTheSame() {
        DirectoryUser user =
                scim.directory.findUserByName(InMemoryDirectory.ID, "ana").orElseThrow();
        scim.directory.updateUser(InMemoryDirectory.ID, user.profile().withActive(Activation.INACTIVE));

        scim.delete("/Users/" + ana);

        assertThat(names()).containsExactly("ana");
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void removalThenThePersonIsKnownByNameAndId() {
        TestServer removing = new TestServer(DeletePolicy.REMOVE);
        RecordedLeavers told = new RecordedLeavers(removing.directory);
        removing.leave(told);

        removing.delete("/Users/" + removing.create("ben", ""));

        assertThat(told.calls()).singleElement().satisfies(leaver -> {
            assertThat(leaver.user().name()).isEqualTo("ben");
            assertThat(leaver.user().externalId()).isPresent();
            assertThat(leaver.user().isActive()).isFalse();
        });
        assertThat(removing.tasks.all()).isEmpty();
    }

    @Test
    void anythingElseThenNobodyLeaves() {
        scim.create("ben", ",\"active\":false");
        scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"anna\"}]");

        assertThat(leavers.calls()).isEmpty();
    }

    @Test
    void deactivationWhenTheDirectoryRefusesThenNobodyLeaves() {
        scim.directory.arm("updateUser", Point.BEFORE, new DirectoryException.NotPermitted("No.", null));

        assertThat(activate(false).status()).isEqualTo(403);
        scim.work();

        assertThat(leavers.calls()).isEmpty();
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void stepWhenItFailsThenTriedAgainAfterAWhileAndWhatIsNotOfferedIsToldOnce() {
        leavers.answer(FAILED, NOT_OFFERED);

        assertThat(activate(false).status()).isEqualTo(200);

        assertThat(scim.journal.last().notes())
                .containsExactly(
                        "\"ana\" left: The tokens stay for now.",
                        "\"ana\" left: Remembered log-ins cannot be ended.",
                        "\"ana\" left: what failed is tried again in a minute.");
        scim.work();
        assertThat(leavers.calls()).as("too early").hasSize(1);

        leavers.answer(DONE, NOT_OFFERED);
        scim.clock.advance(Duration.ofMinutes(1));
        scim.restart();
        scim.work();

        assertThat(leavers.calls()).hasSize(2);
        assertThat(scim.journal.last().notes())
                .contains("\"ana\" left: 2 tokens were removed.")
                .noneMatch(note -> note.contains("Remembered"));
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void stepWhenItFailsForADayThenTheTaskStopsAndCanBeResumed() {
        leavers.answer(FAILED);
        activate(false);
        for (int hour = 0; hour < 40; hour++) {
            scim.clock.advance(Duration.ofHours(1));
            scim.work();
        }
        assertThat(scim.tasks.all()).extracting(AlignmentTask::state).containsExactly(State.STOPPED);
        int calls = leavers.calls().size();

        leavers.answer(DONE);
        scim.clock.advance(Duration.ofHours(1));
        scim.server()
                .mappings()
                .tasks()
                .resume(scim.connection().id(), scim.tasks.all().get(0).id());
        scim.work();

        assertThat(leavers.calls()).hasSize(calls + 1);
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void stepWhenTheProductBreaksThenThePersonIsOutAndItIsTriedAgain() {
        leavers.arm(Point.BEFORE, () -> {
            throw new IllegalStateException("secret detail");
        });

        assertThat(activate(false).status()).isEqualTo(200);

        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("could not be asked"));
        assertThat(scim.journal.last().notes()).noneMatch(note -> note.contains("secret"));
        scim.clock.advance(Duration.ofMinutes(1));
        scim.work();
        assertThat(names()).containsExactly("ana");
    }

    @Test
    void retryWhenThePersonIsBackThenNothingIsTakenAway() {
        leavers.answer(FAILED);
        activate(false);
        activate(true);

        scim.clock.advance(Duration.ofMinutes(1));
        scim.work();

        assertThat(leavers.calls()).hasSize(1);
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void successorWhenActiveThenTakesOver() {
        scim.create("boss", "");
        scim.handOverTo("BOSS");

        activate(false);

        assertThat(leavers.calls()).extracting(Leaver::successor).containsExactly(Optional.of("boss"));
    }

    @Test
    void successorWhenTheyLeaveThemselvesThenNothingIsHandedOverAndThatIsTold() {
        String boss = scim.create("boss", "");
        scim.handOverTo("boss");

        scim.delete("/Users/" + boss);
        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("nothing is handed over"));
        activate(false);

        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("nothing is handed over"));
        assertThat(leavers.calls()).extracting(Leaver::successor).containsOnly(Optional.empty());
    }

    private record Named<T>(String title, T what) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Arguments> crashes() {
        List<Named<Consumer<LeaversTest>>> crashes = new ArrayList<>();
        for (Point point : Point.values()) {
            for (String operation : List.of("updateUser", "renameUser")) {
                crashes.add(new Named<>(
                        point + " " + operation,
                        test -> test.scim.directory.arm(operation, point, new ProcessEnded())));
            }
            for (int write = 1; write <= 3; write++) {
                int number = write;
                crashes.add(new Named<>(
                        point + " users write " + number, test -> test.scim.records.crashAtWrite(number, point)));
            }
            crashes.add(new Named<>(point + " grants write", test -> test.scim.grants.crashAtWrite(1, point)));
            crashes.add(new Named<>(
                    point + " leaving",
                    test -> test.leavers.arm(point, () -> {
                        throw new ProcessEnded();
                    })));
        }
        List<Named<Consumer<LeaversTest>>> stories = List.of(
                new Named<>("deactivation", test -> test.activate(false)),
                new Named<>("deletion", test -> test.scim.delete("/Users/" + test.ana)),
                new Named<>(
                        "deactivation with a rename",
                        test -> test.scim.put("/Users/" + test.ana, TestServer.user("anna", ",\"active\":false"))));
        return stories.stream().flatMap(story -> crashes.stream().map(crash -> Arguments.of(story, crash)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("crashes")
    void leavingWhenTheProcessEndsThenTheWorkerOfAnotherOneEndsIt(
            Named<Consumer<LeaversTest>> story, Named<Consumer<LeaversTest>> crash) {
        crash.what().accept(this);
        try {
            story.what().accept(this);
        } catch (ProcessEnded ended) {
            scim.restart();
        }
        scim.directory.disarm();
        scim.records.crashAtWrite(0, Point.BEFORE);
        scim.grants.crashAtWrite(0, Point.BEFORE);

        scim.get("/Users");
        scim.work();

        boolean isOut =
                scim
                        .directory
                        .users(InMemoryDirectory.ID, new org.scimsuite.core.directory.DirectoryPage(0, 10))
                        .stream()
                        .noneMatch(DirectoryUser::isActive);
        assertThat(leavers.calls().isEmpty()).as("nobody left").isEqualTo(!isOut);
        assertThat(scim.tasks.all()).isEmpty();
        assertThat(scim.records.all()).noneMatch(UserRecord::isPending);
    }

    private Reply activate(boolean active) {
        return scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}]");
    }

    private List<String> names() {
        return leavers.calls().stream().map(leaver -> leaver.user().name()).toList();
    }
}
