package org.scimsuite.core.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.Alongside;

/** Alignment tasks in memory. What is written alongside takes part in the crash that is armed at the other store. */
public final class InMemoryAlignmentTasks implements AlignmentTaskStore {

    private final Map<String, AlignmentTask> byId = new LinkedHashMap<>();
    private int progressUntilWork;
    private Runnable beforeProgress = () -> {};

    /** Somebody else does this right before that progress is noted, counted from 1. */
    public synchronized void beforeProgress(int number, Runnable work) {
        progressUntilWork = number;
        beforeProgress = work;
    }

    public synchronized List<AlignmentTask> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Alongside adding(AlignmentTask task) {
        return new Writing(() -> byId.put(task.id(), task));
    }

    @Override
    public synchronized Optional<AlignmentTask> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized List<AlignmentTask> findAll(String connectionId) {
        return byId.values().stream()
                .filter(task -> task.connectionId().equals(connectionId))
                .toList();
    }

    @Override
    public synchronized boolean progress(String id, String cursor, int done) {
        if (--progressUntilWork == 0) {
            beforeProgress.run();
        }
        return find(id).filter(task -> task.state() == State.OPEN).isPresent()
                && replace(id, task -> with(task, task.state(), Optional.of(cursor), done));
    }

    @Override
    public synchronized boolean setState(String id, State state) {
        return replace(id, task -> with(task, state, task.cursor(), task.done()));
    }

    @Override
    public Alongside removing(String id) {
        return new Writing(() -> byId.remove(id));
    }

    private boolean replace(String id, UnaryOperator<AlignmentTask> change) {
        return byId.computeIfPresent(id, (key, task) -> change.apply(task)) != null;
    }

    private static AlignmentTask with(AlignmentTask task, State state, Optional<String> cursor, int done) {
        return new AlignmentTask(
                task.id(),
                task.connectionId(),
                task.scope(),
                state,
                cursor,
                done,
                task.total(),
                task.created(),
                task.journalId(),
                task.reason());
    }

    private final class Writing implements Alongside {

        private final Runnable work;

        Writing(Runnable work) {
            this.work = work;
        }

        @Override
        public void write() {
            synchronized (InMemoryAlignmentTasks.this) {
                work.run();
            }
        }

        @Override
        public void committed() {
            // it was durable at once
        }
    }
}
