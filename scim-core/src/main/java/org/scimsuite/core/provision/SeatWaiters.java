package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.RemoveFromGroup;
import org.scimsuite.core.provision.Change.RemoveUser;
import org.scimsuite.core.provision.Seats.Waiting;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.Alongside;

/** Remembers who waits for a seat, as tasks that wait, and lets them go on when a seat becomes free. */
final class SeatWaiters {

    private static final int NAMES = 10;

    private final Seats seats;
    private final AlignmentTaskStore tasks;
    private final LongFunction<List<Connection>> connections;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param connections those of a directory
     */
    SeatWaiters(
            Seats seats,
            AlignmentTaskStore tasks,
            LongFunction<List<Connection>> connections,
            Clock clock,
            Supplier<String> ids) {
        this.seats = seats;
        this.tasks = tasks;
        this.connections = connections;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is not given, as sentences: one for each group and pool, whatever the number of people. */
    static List<String> notes(List<Waiting> waiting) {
        Map<String, List<Waiting>> together = new LinkedHashMap<>();
        waiting.forEach(one -> together.computeIfAbsent(
                        DirectoryGroup.nameKey(one.localGroup()) + "\n"
                                + one.pool().name(),
                        key -> new ArrayList<>())
                .add(one));
        return together.values().stream().map(SeatWaiters::note).toList();
    }

    private static String note(List<Waiting> waiting) {
        SeatPool pool = waiting.get(0).pool();
        List<String> names = waiting.stream()
                .limit(NAMES)
                .map(one -> '"' + one.person().name() + '"')
                .toList();
        int more = waiting.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "")
                + (waiting.size() == 1 ? " is" : " are") + " not added to the local group \""
                + waiting.get(0).localGroup() + "\": no seat of \"" + pool.name() + "\" is free ("
                + Seats.taken(pool) + "). The membership follows when one becomes free.";
    }

    /** The note that these people wait, unless a waiting task says so already. */
    Alongside remembering(ProvisioningContext context, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Alongside.NOTHING;
        }
        Set<String> people = new TreeSet<>();
        Set<String> pools = new LinkedHashSet<>();
        waiting.forEach(one -> {
            people.add(one.person().userId());
            pools.add('"' + one.pool().name() + '"');
        });
        for (AlignmentTask task : tasks.findAll(context.connectionId())) {
            if (task.state() == State.WAITING_FOR_SEAT && task.scope() instanceof Scope.Users some) {
                people.removeAll(some.ids());
            }
        }
        return people.isEmpty()
                ? Alongside.NOTHING
                : tasks.adding(new AlignmentTask(
                        ids.get(),
                        context.connectionId(),
                        new Scope.Users(List.copyOf(people)),
                        State.WAITING_FOR_SEAT,
                        Optional.empty(),
                        0,
                        people.size(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        context.trace().journalId(),
                        "No seat of " + String.join(" and ", pools) + " was free."));
    }

    /** Who waits is tried again, when what was done may have made a seat free. */
    void after(ProvisioningContext context, ChangePlan done) {
        boolean frees = seats.areCounted()
                && done.changes().stream()
                        .anyMatch(change -> change instanceof DeactivateUser
                                || change instanceof RemoveUser
                                || change instanceof RemoveFromGroup);
        if (frees) {
            for (Connection connection : connections.apply(context.directoryId())) {
                tasks.findAll(connection.id()).stream()
                        .filter(task -> task.state() == State.WAITING_FOR_SEAT)
                        .forEach(task -> tasks.setState(task.id(), State.OPEN));
            }
        }
    }
}
