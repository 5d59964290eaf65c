package org.scimsuite.core.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecordStore;

/** What is still to be done about memberships of local groups: shown, stopped, let go on, and asked for. */
public final class AlignmentTasks {

    private final ConnectionStore connections;
    private final AlignmentTaskStore store;
    private final UserRecordStore users;
    private final AdminJournal journal;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Runnable wake;

    /**
     * @param ids gives a new id with each call
     * @param wake tells the worker of this node that there is something to do
     */
    AlignmentTasks(
            ConnectionStore connections,
            AlignmentTaskStore store,
            UserRecordStore users,
            AdminJournal journal,
            Clock clock,
            Supplier<String> ids,
            Runnable wake) {
        this.connections = connections;
        this.store = store;
        this.users = users;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.wake = wake;
    }

    /** A task about everybody, and its writing together with its entry in the journal. */
    record Begun(AlignmentTask task, Alongside alongside) {}

    /** All tasks of a connection, oldest first. */
    public AdminResult<List<AlignmentTask>> list(String connectionId) {
        return connections.find(connectionId).isEmpty() ? new NotFound<>() : new Done<>(store.findAll(connectionId));
    }

    /** Stops a task: what it has done stays, and nobody carries it on until it is resumed. The value is the task as it stopped. */
    public AdminResult<AlignmentTask> stop(String connectionId, String taskId) {
        return setState(connectionId, taskId, State.STOPPED);
    }

    /** Lets a stopped task go on from where it was. */
    public AdminResult<AlignmentTask> resume(String connectionId, String taskId) {
        AdminResult<AlignmentTask> resumed = setState(connectionId, taskId, State.OPEN);
        wake();
        return resumed;
    }

    private AdminResult<AlignmentTask> setState(String connectionId, String taskId, State state) {
        boolean known = find(connectionId, taskId).isPresent() && store.setState(taskId, state);
        Optional<AlignmentTask> now = known ? find(connectionId, taskId) : Optional.empty();
        return now.<AdminResult<AlignmentTask>>map(Done::new).orElseGet(NotFound::new);
    }

    private Optional<AlignmentTask> find(String connectionId, String taskId) {
        return store.find(taskId).filter(task -> task.connectionId().equals(connectionId));
    }

    /**
     * Compares everybody with the mapping and the directory once more, and puts right what differs. When that is going to be done anyway, the
     * value is the task that is waiting.
     */
    public AdminResult<AlignmentTask> alignAgain(String connectionId, String author) {
        Optional<Connection> connection = connections.find(connectionId);
        if (connection.isEmpty()) {
            return new NotFound<>();
        }
        Optional<AlignmentTask> waiting = store.findAll(connectionId).stream()
                .filter(AlignmentTasks::isWaiting)
                .findFirst();
        AlignmentTask task = waiting.orElseGet(() -> {
            Begun begun = begin(
                    connection.get(),
                    new Scope.Everybody(),
                    "everybody is compared with the directory",
                    List.of("\"" + author
                            + "\" asked for everybody to be compared with the mapping and the directory."));
            begun.alongside().alone();
            return begun.task();
        });
        wake();
        return new Done<>(task);
    }

    /** Whether a task will compare everybody, and has not begun. */
    static boolean isWaiting(AlignmentTask task) {
        return task.scope() instanceof Scope.Everybody
                && task.state() == State.OPEN
                && task.cursor().isEmpty();
    }

    /**
     * A task about everybody, written by nobody yet.
     *
     * @param notes for its entry in the journal
     */
    Begun begin(Connection connection, Scope.Everybody scope, String reason, List<String> notes) {
        return begin(ids.get(), connection, scope, reason, notes);
    }

    Begun begin(String taskId, Connection connection, Scope.Everybody scope, String reason, List<String> notes) {
        String journalId = ids.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AlignmentTask task = new AlignmentTask(
                taskId,
                connection.id(),
                scope,
                State.OPEN,
                Optional.empty(),
                0,
                users.count(connection.id()),
                now,
                journalId,
                reason);
        return new Begun(task, store.adding(task).and(journal.entry(journalId, connection.id(), "/mapping", notes)));
    }

    /** Tells the worker of this node that there is something to do. */
    void wake() {
        wake.run();
    }
}
