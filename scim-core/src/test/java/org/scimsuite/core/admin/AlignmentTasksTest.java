package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.core.admin.MappingAdminTest.done;
import static org.scimsuite.core.admin.MappingAdminTest.group;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryLocks;
import org.scimsuite.core.testkit.TestServer;

class AlignmentTasksTest {

    private final TestServer scim = new TestServer();
    private final AlignmentTasks tasks = scim.server().mappings().tasks();
    private final String id = scim.connection().id();

    @Test
    void stopThenNobodyCarriesItOnUntilItIsResumed() {
        String task = mapped().id();

        assertThat(done(tasks.stop(id, task)).state()).isEqualTo(State.STOPPED);
        scim.work();
        assertThat(scim.directory.groupNames(InMemoryDirectory.ID)).doesNotContain("local");

        assertThat(done(tasks.resume(id, task)).state()).isEqualTo(State.OPEN);
        scim.work();
        assertThat(scim.directory.usersInGroup(InMemoryDirectory.ID, "local")).containsExactly("ana");
        assertThat(done(tasks.list(id))).isEmpty();
    }

    @Test
    void stopWhenTheTaskIsOfAnotherConnectionOrGoneThenNotFound() {
        String task = mapped().id();

        assertThat(tasks.stop("other", task)).isInstanceOf(NotFound.class);
        assertThat(tasks.resume(id, "gone")).isInstanceOf(NotFound.class);
        assertThat(tasks.list("other")).isInstanceOf(NotFound.class);
        assertThat(done(tasks.list(id))).extracting(AlignmentTask::state).containsExactly(State.OPEN);
    }

    @Test
    void alignAgainThenWhatWasDoneByHandIsPutRight() {
        mapped();
        scim.work();
        scim.directory.removeUserFromGroup(InMemoryDirectory.ID, "ana", "local");

        done(tasks.alignAgain(id, "jane"));
        scim.work();

        assertThat(scim.directory.usersInGroup(InMemoryDirectory.ID, "local")).containsExactly("ana");
    }

    @Test
    void alignAgainWhenItIsWaitingAnywayThenNoSecondTask() {
        AlignmentTask waiting = mapped();

        assertThat(done(tasks.alignAgain(id, "jane"))).isEqualTo(waiting);
        assertThat(scim.tasks.all()).hasSize(1);
    }

    @Test
    void workWhenADayPassesThenOneComparisonPutsRightWhatWasDoneByHand() {
        mapped();
        scim.work();
        scim.directory.removeUserFromGroup(InMemoryDirectory.ID, "ana", "local");

        scim.clock.advance(Duration.ofDays(1));
        scim.work();
        assertThat(scim.tasks.all())
                .extracting(AlignmentTask::reason)
                .containsExactly("daily comparison with the directory");
        scim.work();

        assertThat(scim.directory.usersInGroup(InMemoryDirectory.ID, "local")).containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void workWhenTwoNodesFindTheTimeThenOneTask() {
        mapped();
        scim.work();
        DailyComparison here = scim.server().mappings().daily();
        DailyComparison there = new DailyComparison(
                scim.connections, scim.mappings, scim.tasks, tasks, new InMemoryLocks(), scim.clock);

        scim.clock.advance(Duration.ofDays(1));
        here.look();
        there.look();

        assertThat(scim.tasks.all()).hasSize(1);
    }

    @Test
    void workWhenNothingIsMappedOrTheConnectionRestsThenNoComparison() {
        scim.clock.advance(Duration.ofDays(1));
        scim.server().mappings().daily().look();
        assertThat(scim.tasks.all()).isEmpty();

        mapped();
        scim.work();
        scim.pause();
        scim.clock.advance(Duration.ofDays(1));
        scim.server().mappings().daily().look();
        assertThat(scim.tasks.all()).isEmpty();
    }

    private AlignmentTask mapped() {
        String ana = scim.create("ana", "");
        scim.post("/Groups", group("Dev users", ana));
        return done(scim.server()
                        .mappings()
                        .mappings()
                        .save(id, Bundles.of(Bundles.table("Dev users", "local")), new MappingEdit(0, "jane", "")))
                .task();
    }
}
