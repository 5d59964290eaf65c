package org.scimsuite.core.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scimsuite.core.admin.ConnectionHealth.Advice;
import org.scimsuite.core.admin.ConnectionHealth.Tokens;
import org.scimsuite.core.admin.DirectoryOverview.DirectorySummary;
import org.scimsuite.core.connection.AccessToken;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.TokenStore;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.journal.JournalTally;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.MembershipStore;

/** Whether the connections are alive, and which of them need a hand. */
public final class HealthOverview {

    /** Parked members are counted up to here. */
    public static final int MOST_PARKED = 500;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofDays(14);

    /** Of fewer requests one in five says nothing. */
    private static final int ENOUGH_REQUESTS = 5;

    private static final int ONE_IN = 5;

    private final ConnectionStore connections;
    private final TokenStore tokens;
    private final DirectoryOverview directories;
    private final JournalStore journal;
    private final MembershipStore memberships;
    private final AlignmentTaskStore tasks;
    private final Clock clock;

    public HealthOverview(
            ConnectionStore connections,
            TokenStore tokens,
            DirectoryOverview directories,
            JournalStore journal,
            MembershipStore memberships,
            AlignmentTaskStore tasks,
            Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.directories = directories;
        this.journal = journal;
        this.memberships = memberships;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** All connections, ordered by name. A handful of queries for each. */
    public List<ConnectionHealth> connections() {
        Optional<Map<Long, DirectorySummary>> known = known();
        return connections.findAll().stream()
                .map(connection -> health(connection, known))
                .toList();
    }

    /** How many requests of the last 24 hours had no valid token; a stranger can raise it only so far a minute. */
    public int turnedAway() {
        return journal.tally(Optional.empty(), clock.instant().minus(DAY)).total();
    }

    /** Empty when the product cannot be asked, as while the self-check fails: the rest is worth showing then too. */
    private Optional<Map<Long, DirectorySummary>> known() {
        try {
            return Optional.of(directories.directories().stream()
                    .collect(Collectors.toMap(summary -> summary.directory().id(), Function.identity())));
        } catch (DirectoryException cannotBeAsked) {
            return Optional.empty();
        }
    }

    private ConnectionHealth health(Connection connection, Optional<Map<Long, DirectorySummary>> known) {
        Instant now = clock.instant();
        List<AccessToken> all = tokens.findByConnection(connection.id());
        Optional<Instant> lastContact =
                all.stream().flatMap(token -> token.lastUsedAt().stream()).max(Comparator.naturalOrder());
        Tokens summary = summary(all, now);
        JournalTally lastDay = journal.tally(Optional.of(connection.id()), now.minus(DAY));
        int parked = memberships
                .parked(connection.id(), Optional.empty(), MOST_PARKED + 1)
                .size();
        Map<State, Integer> states = tasks.findAll(connection.id()).stream()
                .collect(Collectors.toMap(AlignmentTask::state, task -> 1, Integer::sum));
        Optional<DirectorySummary> directory = known.map(map -> map.get(connection.directoryId()));
        boolean isUsable = known.isEmpty()
                || directory.filter(found -> found.obstacle().isEmpty()).isPresent();
        Optional<Advice> advice = isUsable
                ? advice(connection, summary, lastContact, lastDay, now)
                        .or(() -> states.containsKey(State.STOPPED)
                                ? Optional.of(Advice.TASK_STOPPED)
                                : Optional.of(Advice.MEMBERS_PARKED).filter(any -> parked > 0))
                : Optional.of(Advice.DIRECTORY_UNUSABLE);
        return new ConnectionHealth(
                connection,
                directory.map(found -> found.directory().name()),
                lastContact,
                lastDay,
                summary,
                parked,
                states,
                advice);
    }

    private static Tokens summary(List<AccessToken> all, Instant now) {
        List<AccessToken> valid =
                all.stream().filter(token -> token.isValidAt(now)).toList();
        long expired = all.stream()
                .filter(token -> token.revokedAt().isEmpty() && !token.isValidAt(now))
                .count();
        Optional<Instant> lastExpiry = valid.stream()
                        .anyMatch(token -> token.expiresAt().isEmpty())
                ? Optional.empty()
                : valid.stream().flatMap(token -> token.expiresAt().stream()).max(Comparator.naturalOrder());
        return new Tokens(
                valid.size(),
                Math.toIntExact(expired),
                valid.stream().map(AccessToken::createdAt).min(Comparator.naturalOrder()),
                lastExpiry);
    }

    private static Optional<Advice> advice(
            Connection connection, Tokens tokens, Optional<Instant> lastContact, JournalTally lastDay, Instant now) {
        if (connection.mode() == ConnectionMode.PAUSED) {
            return Optional.of(Advice.PAUSED);
        }
        if (tokens.valid() == 0) {
            return Optional.of(tokens.expired() > 0 ? Advice.TOKENS_EXPIRED : Advice.NO_TOKEN);
        }
        if (lastContact.isEmpty()) {
            return Optional.of(Advice.NEVER_CALLED);
        }
        boolean manyRefused =
                lastDay.total() >= ENOUGH_REQUESTS && lastDay.of(Outcome.REFUSED) * ONE_IN >= lastDay.total();
        if (lastDay.of(Outcome.FAILED) > 0 || manyRefused) {
            return Optional.of(Advice.MANY_ERRORS);
        }
        return Optional.of(Advice.TOKEN_EXPIRES_SOON).filter(any -> tokens.lastExpiry()
                .filter(expiry -> expiry.isBefore(now.plus(SOON)))
                .isPresent());
    }
}
