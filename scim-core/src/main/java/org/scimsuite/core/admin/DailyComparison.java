package org.scimsuite.core.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.provision.Locks;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.MappingStore;

/**
 * Asks once a day for everybody of a connection to be compared with the directory, so that what was changed by hand is found. The time of the
 * day hangs on the connection's id alone: connections do not all begin at once, and all nodes agree. Belongs to one thread.
 */
public final class DailyComparison {

    private static final int SECONDS_OF_DAY = 24 * 60 * 60;

    private final ConnectionStore connections;
    private final MappingStore mappings;
    private final AlignmentTaskStore store;
    private final AlignmentTasks tasks;
    private final Locks locks;
    private final Clock clock;
    private Instant lookedAt;

    DailyComparison(
            ConnectionStore connections,
            MappingStore mappings,
            AlignmentTaskStore store,
            AlignmentTasks tasks,
            Locks locks,
            Clock clock) {
        this.connections = connections;
        this.mappings = mappings;
        this.store = store;
        this.tasks = tasks;
        this.locks = locks;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    /** Makes the tasks whose time has come since the last look; a time at which no node runs passes unused. */
    public void look() {
        Instant now = clock.instant();
        for (Connection connection : connections.findAll()) {
            Instant due = lastDue(connection.id(), now);
            if (due.isAfter(lookedAt)
                    && connection.mode() == ConnectionMode.LIVE
                    && mappings.currentVersion(connection.id()) > 0) {
                ask(connection, LocalDate.ofInstant(due, ZoneOffset.UTC));
            }
        }
        lookedAt = now;
    }

    /** When it last was time for a connection, up to now. */
    static Instant lastDue(String connectionId, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant due = today.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plusSeconds(Math.floorMod(connectionId.hashCode(), SECONDS_OF_DAY));
        return due.isAfter(now) ? due.minusSeconds(SECONDS_OF_DAY) : due;
    }

    /** Whichever node is first makes the task; another one finds it, or finds that somebody is about to make it. */
    private void ask(Connection connection, LocalDate day) {
        String taskId = "daily-" + day + "-" + connection.id();
        locks.tryWith("daily:" + connection.id(), Duration.ZERO, () -> {
            boolean planned = store.find(taskId).isPresent()
                    || store.findAll(connection.id()).stream().anyMatch(AlignmentTasks::isWaiting);
            if (!planned) {
                tasks.begin(
                                taskId,
                                connection,
                                new AlignmentTask.Scope.Everybody(),
                                "daily comparison with the directory",
                                List.of("Everybody is compared with the mapping and the directory, as every day."))
                        .alongside()
                        .alone();
            }
            return Optional.of(taskId);
        });
    }
}
