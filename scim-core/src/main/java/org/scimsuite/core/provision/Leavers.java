package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverPort;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.RemoveUser;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.Alongside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what lets people in who may not log in any more: access first, bookkeeping after. That it is to be done is a task, written with the record
 * that says so; it stays until all is done, so that neither a crash nor a failure loses it. Doing it twice does nothing twice.
 */
final class Leavers {

    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);

    /** About a day, as the pauses grow to an hour. */
    private static final int ATTEMPTS = 30;

    private static final int LONGEST_PAUSE_MINUTES = 60;
    private static final int DOUBLINGS = 6;

    private final LeaverPort port;
    private final UserDirectoryPort directory;
    private final AlignmentTaskStore tasks;
    private final Clock clock;
    private final Supplier<String> ids;

    Leavers(LeaverPort port, UserDirectoryPort directory, AlignmentTaskStore tasks, Clock clock, Supplier<String> ids) {
        this.port = port;
        this.directory = directory;
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether a plan ends somebody's access. */
    static boolean isEndedBy(ChangePlan plan) {
        return plan.changes().stream()
                .anyMatch(change -> change instanceof DeactivateUser || change instanceof RemoveUser);
    }

    /** The task for somebody who leaves; none where the product has nothing to end. */
    Optional<AlignmentTask> task(ProvisioningContext context, String userId, DirectoryUser user) {
        return port == LeaverPort.NOTHING
                ? Optional.empty()
                : Optional.of(new AlignmentTask(
                        ids.get(),
                        context.connectionId(),
                        new Scope.Leaver(userId, user.name(), user.externalId()),
                        State.OPEN,
                        Optional.empty(),
                        0,
                        1,
                        now(),
                        context.trace().journalId(),
                        "\"" + user.name() + "\" left: what else lets the person in ends."));
    }

    /** The note that somebody leaves, unless there is one already. */
    Alongside noting(ProvisioningContext context, String userId, DirectoryUser user) {
        boolean noted = port == LeaverPort.NOTHING
                || tasks.findAll(context.connectionId()).stream()
                        .anyMatch(task -> task.scope() instanceof Scope.Leaver leaver
                                && leaver.userId().equals(userId));
        return noted
                ? Alongside.NOTHING
                : task(context, userId, user).map(tasks::adding).orElse(Alongside.NOTHING);
    }

    /** Whether it is time for a task; one that has failed waits for a while. */
    boolean isDue(AlignmentTask task) {
        return task.cursor()
                .map(Instant::parse)
                .filter(clock.instant()::isBefore)
                .isEmpty();
    }

    /** What became of it. */
    enum Left {
        ALL,
        /** Something failed; the task says when it is tried again. */
        AGAIN
    }

    /** Ends all of it, unless the person is active again. The caller holds the lock of the person's record. */
    Left leave(ProvisioningContext context, AlignmentTask task, Scope.Leaver leaver) {
        List<LeaverStep> steps;
        try {
            Optional<DirectoryUser> user = find(context, leaver);
            if (user.filter(DirectoryUser::isActive).isPresent()) {
                return Left.ALL;
            }
            steps = port.leave(new Leaver(user.orElseGet(() -> gone(context, leaver)), successor(context, leaver)));
        } catch (DirectoryException unclear) {
            steps = List.of(new LeaverStep(Outcome.FAILED, unclear.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("What lets the leaver {} in could not be ended", leaver.userId(), e);
            steps = List.of(new LeaverStep(Outcome.FAILED, "The product could not be asked; its log has the cause."));
        }
        steps.stream().filter(step -> isTold(task, step.outcome())).forEach(step -> context.notes()
                .add("\"" + leaver.name() + "\" left: " + step.sentence()));
        return steps.stream().anyMatch(step -> step.outcome() == Outcome.FAILED)
                ? again(context, task, leaver)
                : Left.ALL;
    }

    /** What there was nothing to do about, and what the product does not offer, is told once. */
    private static boolean isTold(AlignmentTask task, Outcome outcome) {
        return task.done() == 0 || outcome == Outcome.DONE || outcome == Outcome.FAILED;
    }

    private Left again(ProvisioningContext context, AlignmentTask task, Scope.Leaver leaver) {
        int attempts = task.done() + 1;
        int minutes = Math.min(LONGEST_PAUSE_MINUTES, 1 << Math.min(attempts - 1, DOUBLINGS));
        Instant due = now().plus(Duration.ofMinutes(minutes));
        tasks.progress(task.id(), due.toString(), attempts);
        if (attempts < ATTEMPTS) {
            context.notes()
                    .add("\"" + leaver.name() + "\" left: what failed is tried again in "
                            + (minutes == 1 ? "a minute." : minutes + " minutes."));
        } else {
            tasks.setState(task.id(), State.STOPPED);
            context.notes()
                    .add("\"" + leaver.name() + "\" left: what failed was tried " + attempts
                            + " times. End it in the product, or resume the task.");
        }
        return Left.AGAIN;
    }

    private Optional<DirectoryUser> find(ProvisioningContext context, Scope.Leaver leaver) {
        return directory
                .findUserByName(context.directoryId(), leaver.name())
                .filter(user -> leaver.externalId().isEmpty()
                        || user.externalId().isEmpty()
                        || leaver.externalId().equals(user.externalId()))
                .or(() -> leaver.externalId().flatMap(id -> directory.findUserByExternalId(context.directoryId(), id)));
    }

    private static DirectoryUser gone(ProvisioningContext context, Scope.Leaver leaver) {
        return new DirectoryUser(
                context.directoryId(),
                leaver.externalId(),
                new DirectoryUserProfile(leaver.name(), "", "", "", "", Activation.INACTIVE));
    }

    private Optional<String> successor(ProvisioningContext context, Scope.Leaver leaver) {
        Optional<String> named = context.connection().successor();
        Optional<DirectoryUser> successor = named.flatMap(name -> Successors.find(directory, name))
                .filter(user -> !user.nameKey().equals(DirectoryUser.nameKey(leaver.name())));
        if (named.isPresent() && successor.isEmpty()) {
            context.notes()
                    .add("\"" + leaver.name() + "\" left: nothing is handed over, because \"" + named.get()
                            + "\", who takes over by the settings of the connection, does not exist, is not active or is the"
                            + " leaver.");
        }
        return successor.map(DirectoryUser::name);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
