package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;

/** What every {@link AlignmentTaskStore} does. */
public abstract class AlignmentTaskStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

    private final String connection = UUID.randomUUID().toString();

    protected abstract AlignmentTaskStore store();

    static List<Scope> scopes() {
        return List.of(
                new Scope.Users(List.of()),
                new Scope.Users(List.of("ana")),
                new Scope.Users(
                        IntStream.range(0, 500).mapToObj(i -> "user-" + i).toList()),
                new Scope.MembersOf("group-1"),
                new Scope.HoldersOf("jira software \u00fcsers"),
                new Scope.Leaver("user-1", "ana arns", Optional.empty()),
                new Scope.Leaver("user-1", "ana", Optional.of("a1b2:c3")),
                new Scope.Everybody(),
                Scope.Everybody.afterMapping(0),
                Scope.Everybody.afterMapping(12));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void addingWhenWrittenThenTheTaskIsFoundAsItWas(Scope scope) {
        AlignmentTask task = task(NOW, scope);

        store().adding(task).alone();

        assertThat(store().find(task.id())).contains(task);
        assertThat(store().findAll(connection)).containsExactly(task);
        assertThat(store().findAll("another")).isEmpty();
    }

    @Test
    void addingWhenNotWrittenThenThereIsNoTask() {
        AlignmentTask task = task(NOW, new Scope.Everybody());

        store().adding(task);

        assertThat(store().find(task.id())).isEmpty();
    }

    @Test
    void findAllWhenThereAreSeveralThenOldestFirst() {
        List<AlignmentTask> tasks = IntStream.range(0, 5)
                .mapToObj(i -> task(NOW.plusMillis(i / 2), new Scope.Everybody()))
                .toList();
        tasks.forEach(task -> store().adding(task).alone());

        assertThat(store().findAll(connection)).isEqualTo(tasks);
    }

    @Test
    void progressWhenOpenThenItIsKept() {
        AlignmentTask task = task(NOW, new Scope.Everybody());
        store().adding(task).alone();

        assertThat(store().progress(task.id(), "ben", 17)).isTrue();

        AlignmentTask now = store().find(task.id()).orElseThrow();
        assertThat(now.cursor()).contains("ben");
        assertThat(now.done()).isEqualTo(17);
    }

    @Test
    void progressWhenStoppedThenFalseAndNothingChangesUntilItGoesOn() {
        AlignmentTask task = task(NOW, new Scope.Everybody());
        store().adding(task).alone();
        assertThat(store().setState(task.id(), State.STOPPED)).isTrue();

        assertThat(store().progress(task.id(), "ben", 17)).isFalse();

        assertThat(store().find(task.id()).orElseThrow().done()).isZero();
        assertThat(store().find(task.id()).orElseThrow().state()).isEqualTo(State.STOPPED);
        store().setState(task.id(), State.OPEN);
        assertThat(store().progress(task.id(), "ben", 17)).isTrue();
    }

    @Test
    void removingWhenWrittenThenItIsGoneAndNothingMoreCanBeDone() {
        AlignmentTask task = task(NOW, new Scope.Everybody());
        AlignmentTask other = task(NOW, new Scope.Everybody());
        store().adding(task).alone();
        store().adding(other).alone();

        store().removing(task.id()).alone();
        store().removing(task.id()).alone();

        assertThat(store().findAll(connection)).containsExactly(other);
        assertThat(store().progress(task.id(), "ben", 17)).isFalse();
        assertThat(store().setState(task.id(), State.STOPPED)).isFalse();
    }

    private AlignmentTask task(Instant created, Scope scope) {
        return new AlignmentTask(
                UUID.randomUUID().toString(),
                connection,
                scope,
                State.OPEN,
                Optional.empty(),
                0,
                42,
                created,
                "entry-1",
                "");
    }
}
