package org.scimsuite.core.admin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.journal.JournalTally;
import org.scimsuite.core.store.AlignmentTask;

/**
 * How one connection is doing.
 *
 * @param directoryName empty when the directory is missing or switched off, or cannot be asked
 * @param lastContact when one of its tokens was used last, accurate to about a minute
 * @param lastDay the requests of the last 24 hours that are in the journal
 * @param parked members who were given and are not there yet; one more than {@link HealthOverview#MOST_PARKED} stands for any more
 * @param tasks how many tasks are in which state; states without any are left out
 * @param advice what needs a hand, the most urgent thing first and alone
 */
public record ConnectionHealth(
        Connection connection,
        Optional<String> directoryName,
        Optional<Instant> lastContact,
        JournalTally lastDay,
        Tokens tokens,
        int parked,
        Map<AlignmentTask.State, Integer> tasks,
        Optional<Advice> advice) {

    public ConnectionHealth {
        tasks = Map.copyOf(tasks);
    }

    /**
     * The tokens of a connection.
     *
     * @param valid how many let somebody in now
     * @param expired how many have run out, revoked ones aside
     * @param oldest when the oldest of the valid ones was made
     * @param lastExpiry when the last of the valid ones runs out; empty when one never does, and when there are none
     */
    public record Tokens(int valid, int expired, Optional<Instant> oldest, Optional<Instant> lastExpiry) {}

    /** What an administrator should look at; the most urgent first. */
    public enum Advice {
        /** The directory is missing, switched off, or read-only. */
        DIRECTORY_UNUSABLE,
        /** Requests are answered 503 because an administrator said so. */
        PAUSED,
        /** Nobody can call, because all tokens have run out. */
        TOKENS_EXPIRED,
        /** Nobody can call, because there is no token. */
        NO_TOKEN,
        /** No token has ever been used. */
        NEVER_CALLED,
        /** Something broke in the last 24 hours, or one request in five was refused. */
        MANY_ERRORS,
        /** In two weeks at the latest nobody can call. */
        TOKEN_EXPIRES_SOON,
        /** A task was stopped, and will not go on by itself. */
        TASK_STOPPED,
        /** Members were given who are not there yet. */
        MEMBERS_PARKED
    }
}
