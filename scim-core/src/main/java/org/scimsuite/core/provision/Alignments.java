package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.provision.AlignmentScopes.Batch;
import org.scimsuite.core.provision.PeopleAligner.Look;
import org.scimsuite.core.provision.PeopleAligner.Outcome;
import org.scimsuite.core.provision.UserRemapper.Remapping;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries alignment tasks out: those of a request within it, those that were left by others, and large ones in the background. */
final class Alignments {

    /** So many people are aligned within a request; the rest is left to a worker. */
    static final int PEOPLE_PER_REQUEST = 500;

    /**
     * So long nodes may go by the mapping before, and more. A task about everybody begins later: nothing that was decided by the mapping
     * before overtakes it.
     */
    static final Duration NEWS = Duration.ofSeconds(3);

    private static final String MANY = "More than " + PEOPLE_PER_REQUEST
            + " people are concerned: the local groups of the others follow in the background.";

    private static final String OVERTAKEN =
            "Other requests were changing local groups of the same people: theirs follow in the background.";

    private static final Logger LOG = LoggerFactory.getLogger(Alignments.class);

    private final AlignmentTaskStore tasks;
    private final UserRecordStore users;
    private final UserHealer healer;
    private final AlignmentScopes scopes;
    private final PeopleAligner people;
    private final PeopleRemapper remapper;
    private final Leavers leavers;
    private final RecordLocks userLocks;
    private final MappingSource mappings;
    private final RecordLocks locks;
    private final Clock clock;
    private final Supplier<String> ids;

    Alignments(Parts parts) {
        this.tasks = parts.tasks();
        this.users = parts.users();
        this.healer = parts.healer();
        this.scopes = parts.scopes();
        this.people = parts.people();
        this.remapper = parts.remapper();
        this.leavers = parts.leavers();
        this.userLocks = parts.userLocks();
        this.mappings = parts.mappings();
        this.locks = parts.locks();
        this.clock = parts.clock();
        this.ids = parts.ids();
    }

    /** What carrying tasks out needs. */
    record Parts(
            AlignmentTaskStore tasks,
            UserRecordStore users,
            UserHealer healer,
            AlignmentScopes scopes,
            PeopleAligner people,
            PeopleRemapper remapper,
            Leavers leavers,
            RecordLocks userLocks,
            MappingSource mappings,
            RecordLocks locks,
            Clock clock,
            Supplier<String> ids) {}

    /** What becomes of the rest of a task. */
    private enum Run {
        DONE,
        LEFT,
        /** Others are aligning the same people. */
        BUSY,
        /** Something failed, and is tried again later. */
        AGAIN
    }

    /**
     * A new task, which begins with nothing done.
     *
     * @param total how many people it is about, as near as can be told
     */
    AlignmentTask task(ProvisioningContext context, Scope scope, int total, String reason) {
        return new AlignmentTask(
                ids.get(),
                context.connectionId(),
                scope,
                State.OPEN,
                Optional.empty(),
                0,
                total,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                context.trace().journalId(),
                reason);
    }

    /** The task for somebody who leaves; none where the product has nothing to end. */
    Optional<AlignmentTask> leaver(ProvisioningContext context, String userId, DirectoryUser user) {
        return leavers.task(context, userId, user);
    }

    Alongside adding(AlignmentTask task) {
        return tasks.adding(task);
    }

    Alongside removing(AlignmentTask task) {
        return tasks.removing(task.id());
    }

    /**
     * Carries the tasks of a request out, whose records are durable, and notes with the last of it that the request is done.
     *
     * @throws DirectoryException when the directory is out of reach; the tasks stay
     */
    void finish(ProvisioningContext context, List<AlignmentTask> own) {
        try {
            Optional<List<AlignmentTask>> looked = locks.ifSoonFree(
                    context.connectionId(), List.of(context.trace().journalId()), () -> {
                        finishUnderLock(context, own);
                        return own;
                    });
            if (looked.isEmpty()) {
                leave(context, OVERTAKEN);
            }
        } catch (DirectoryException | ScimException unfinished) {
            context.trace().leftOver();
            throw unfinished;
        }
    }

    private void finishUnderLock(ProvisioningContext context, List<AlignmentTask> own) {
        int budget = PEOPLE_PER_REQUEST;
        for (int index = 0; index < own.size(); index++) {
            AlignmentTask task = own.get(index);
            boolean isLast = index == own.size() - 1;
            Supplier<Alongside> end =
                    () -> isLast ? removing(task).and(context.trace().applied()) : removing(task);
            switch (run(context, task, budget, Look.AT_GRANTS, end)) {
                case DONE, AGAIN -> {}
                case LEFT -> leave(context, MANY);
                case BUSY -> leave(context, OVERTAKEN);
            }
            budget = Math.max(0, budget - task.total());
        }
    }

    /** What the request asked for is recorded, and so is what remains to be done. */
    private static void leave(ProvisioningContext context, String why) {
        context.notes().add(why + " An entry ALIGN says when that is complete.");
        context.trace().changed();
    }

    private Run run(ProvisioningContext context, AlignmentTask task, int budget, Look look, Supplier<Alongside> end) {
        if (task.scope() instanceof Scope.Leaver leaver) {
            return leavers.leave(context, task, leaver) == Leavers.Left.AGAIN
                    ? Run.AGAIN
                    : run(people.align(context, List.of(), look, end));
        }
        Iterator<Batch> batches = scopes.batches(task);
        Optional<Remapping> remapping = remapper.remapping(task);
        int done = task.done();
        int left = budget;
        if (!batches.hasNext()) {
            return run(people.align(context, List.of(), look, end));
        }
        while (batches.hasNext()) {
            if (left <= 0) {
                return Run.LEFT;
            }
            Batch batch = batches.next();
            boolean isLast = !batches.hasNext();
            remapping.ifPresent(change -> remapper.remap(context, batch.ids(), change));
            Run run = run(people.align(context, batch.ids(), look, isLast ? end : () -> Alongside.NOTHING));
            if (run == Run.BUSY) {
                return run;
            }
            done += batch.ids().size();
            left -= batch.ids().size();
            if (!isLast && !tasks.progress(task.id(), batch.cursor(), done)) {
                return Run.LEFT;
            }
        }
        return Run.DONE;
    }

    private static Run run(Outcome outcome) {
        return outcome == Outcome.BUSY ? Run.BUSY : Run.DONE;
    }

    /**
     * Carries on what other requests have left; large tasks, and those about everybody, stay with the worker.
     *
     * @throws DirectoryException.Unavailable when the directory is out of reach
     */
    void carryOn(ProvisioningContext context) {
        if (isMapping(context)) {
            for (AlignmentTask task : tasks.findAll(context.connectionId())) {
                if (task.state() == State.OPEN
                        && task.total() <= PEOPLE_PER_REQUEST
                        && !(task.scope() instanceof Scope.Everybody)) {
                    carryOnSafely(context, task);
                }
            }
        }
    }

    /** One task that cannot be carried out must not keep the connection from everything else. */
    private void carryOnSafely(ProvisioningContext context, AlignmentTask task) {
        try {
            carryOn(context, task);
        } catch (DirectoryException.Unavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException e) {
            LOG.warn("The alignment task {} could not be carried out", task.id(), e);
        }
    }

    /** Carries a task on to its end, unless somebody else is at work on it, it is gone or stopped, or it is too early for it. */
    void carryOn(ProvisioningContext context, AlignmentTask task) {
        locks.ifFree(context.connectionId(), task.journalId(), () -> tasks.find(task.id())
                .filter(open -> open.state() == State.OPEN && isDue(open) && isSettled(context, open))
                .map(open -> completed(context, open, runLeft(context, open))));
    }

    /** A leaver who comes back meanwhile must not lose what is given then, so the record is locked; here only if that is free. */
    private Run runLeft(ProvisioningContext context, AlignmentTask task) {
        Supplier<Run> work = () -> run(context, task, Integer.MAX_VALUE, Look.AT_DIRECTORY, () -> removing(task));
        return task.scope() instanceof Scope.Leaver leaver
                ? userLocks
                        .ifFree(context.connectionId(), leaver.userId(), work)
                        .orElse(Run.BUSY)
                : work.get();
    }

    /** The entry that the task came from has ended by now; this one says what became of the rest. */
    private static Run completed(ProvisioningContext context, AlignmentTask task, Run run) {
        if (run == Run.DONE) {
            context.notes()
                    .add((task.scope() instanceof Scope.Leaver
                                    ? "This ends what was left to be done of journal entry "
                                    : "The local groups follow now what was left to be done of journal entry ")
                            + task.journalId() + ". " + task.reason());
        }
        return run;
    }

    private boolean isDue(AlignmentTask task) {
        if (task.scope() instanceof Scope.Leaver) {
            return leavers.isDue(task);
        }
        return !(task.scope() instanceof Scope.Everybody)
                || !clock.instant().isBefore(task.created().plus(NEWS));
    }

    /** Who is being written to the directory by another request is aligned by that one: it holds the lock of the user. */
    private boolean isSettled(ProvisioningContext context, AlignmentTask task) {
        List<String> some = task.scope() instanceof Scope.Users users
                ? users.ids()
                : task.scope() instanceof Scope.Leaver leaver ? List.of(leaver.userId()) : List.of();
        if (!some.isEmpty() && hasPending(context, some)) {
            healer.settleAbandoned(context);
            return !hasPending(context, some);
        }
        return true;
    }

    private boolean hasPending(ProvisioningContext context, List<String> some) {
        return users.findByIds(context.connectionId(), some).stream().anyMatch(UserRecord::isPending);
    }

    /** Whether there is any rule; without, nothing about groups costs anything. */
    boolean isMapping(ProvisioningContext context) {
        return !mappings.current(context.connectionId()).mapping().groups().isEmpty();
    }
}
