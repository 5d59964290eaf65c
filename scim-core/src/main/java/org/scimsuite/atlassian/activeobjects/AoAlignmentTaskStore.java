package org.scimsuite.atlassian.activeobjects;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import net.java.ao.Query;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.Alongside;

/** Alignment tasks in table {@code ALIGNMENT_TASK}. */
public final class AoAlignmentTaskStore implements AlignmentTaskStore {

    private final Database database;
    private final Tables tables;

    public AoAlignmentTaskStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public Alongside adding(AlignmentTask task) {
        return new Writing(() -> tables.create(AlignmentTaskRow.class, columns(task)));
    }

    @Override
    public Optional<AlignmentTask> find(String id) {
        return database.read(() -> row(id).map(AoAlignmentTaskStore::task));
    }

    @Override
    public List<AlignmentTask> findAll(String connectionId) {
        return database.read(() -> Arrays.stream(tables.find(
                        AlignmentTaskRow.class,
                        Query.select().where("CONNECTION_ID = ?", connectionId).order("CREATED_AT, ID")))
                .map(AoAlignmentTaskStore::task)
                .toList());
    }

    @Override
    public boolean progress(String id, String cursor, int done) {
        return change(id, row -> {
            row.setLastId(cursor);
            row.setDoneCount(done);
            return row.getRunState().equals(State.OPEN.name());
        });
    }

    @Override
    public boolean setState(String id, State state) {
        return change(id, row -> {
            row.setRunState(state.name());
            return true;
        });
    }

    /** @param setter returns whether to write what it has set */
    private boolean change(String id, Predicate<AlignmentTaskRow> setter) {
        return database.inTransaction(() -> {
            Optional<AlignmentTaskRow> row = row(id).filter(setter);
            row.ifPresent(AlignmentTaskRow::save);
            return row.isPresent();
        });
    }

    @Override
    public Alongside removing(String id) {
        return new Writing(() -> tables.deleteWithSQL(AlignmentTaskRow.class, "TASK_ID = ?", id));
    }

    private Optional<AlignmentTaskRow> row(String id) {
        return database.one(AlignmentTaskRow.class, "TASK_ID", id);
    }

    private static Map<String, Object> columns(AlignmentTask task) {
        TaskScope scope = TaskScope.of(task.scope());
        Map<String, Object> columns = new HashMap<>();
        columns.put("TASK_ID", task.id());
        columns.put("CONNECTION_ID", task.connectionId());
        columns.put("SCOPE_KIND", scope.kind().name());
        columns.put("SCOPE_IDS", scope.ids());
        columns.put("RUN_STATE", task.state().name());
        task.cursor().ifPresent(cursor -> columns.put("LAST_ID", cursor));
        columns.put("DONE_COUNT", task.done());
        columns.put("TOTAL_COUNT", task.total());
        columns.put("CREATED_AT", task.created().toEpochMilli());
        columns.put("JOURNAL_ID", task.journalId());
        columns.put("REASON", task.reason());
        return columns;
    }

    private static AlignmentTask task(AlignmentTaskRow row) {
        return new AlignmentTask(
                row.getTaskId(),
                row.getConnectionId(),
                new TaskScope(TaskScope.Kind.valueOf(row.getScopeKind()), text(row.getScopeIds())).scope(),
                State.valueOf(row.getRunState()),
                Optional.ofNullable(row.getLastId()),
                row.getDoneCount(),
                row.getTotalCount(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                text(row.getJournalId()),
                text(row.getReason()));
    }

    /** Oracle keeps an empty text as no value. */
    private static String text(String stored) {
        return Objects.requireNonNullElse(stored, "");
    }

    /** A write that becomes durable with the transaction it is in; alone, it is one. */
    private final class Writing implements Alongside {

        private final Runnable work;

        Writing(Runnable work) {
            this.work = work;
        }

        @Override
        public void write() {
            database.inTransaction(work);
        }

        @Override
        public void committed() {
            // nobody waits for it
        }
    }
}
