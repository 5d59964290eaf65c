package org.scimsuite.core.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.connection.AccessToken;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.TokenStore;
import org.scimsuite.core.connection.TokenText;

/** Connections and their tokens. */
public final class ConnectionAdmin {

    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_DAYS = 3650;
    private static final int MAX_REQUESTS_PER_SECOND = 100_000;
    private static final long FIRST_VERSION = 1;

    private final ConnectionStore connections;
    private final TokenStore tokens;
    private final DirectoryOverview directories;
    private final Clock clock;
    private final RandomGenerator random;
    private final Supplier<String> ids;
    private final Runnable onChange;

    /**
     * @param random cryptographically strong: tokens come from it
     * @param ids gives a new id with each call
     * @param onChange called after each change that must hold at once on this node
     */
    public ConnectionAdmin(
            ConnectionStore connections,
            TokenStore tokens,
            DirectoryOverview directories,
            Clock clock,
            RandomGenerator random,
            Supplier<String> ids,
            Runnable onChange) {
        this.connections = connections;
        this.tokens = tokens;
        this.directories = directories;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
        this.onChange = onChange;
    }

    /** All connections, ordered by name. */
    public List<Connection> list() {
        return connections.findAll();
    }

    public Optional<Connection> find(String id) {
        return connections.find(id);
    }

    /** Creates a connection; refused for a directory that does not let users be created and updated. */
    public AdminResult<Connection> create(ConnectionDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        checkText("name", draft.name(), errors);
        checkRate(draft, errors);
        checkDirectory(draft, errors);
        checkSuccessor(draft, Optional.empty(), errors);
        if (!errors.isEmpty()) {
            return new Invalid<>(errors);
        }
        Connection connection = new Connection(
                ids.get(),
                draft.name().strip(),
                draft.directoryId(),
                draft.deletePolicy(),
                draft.mode(),
                draft.protocol(),
                draft.requestsPerSecond(),
                successor(draft),
                now(),
                FIRST_VERSION);
        if (!connections.insert(connection)) {
            return nameTaken(draft);
        }
        onChange.run();
        return new Done<>(connection);
    }

    /**
     * Changes the settings of a connection.
     *
     * @param version the version that the administrator saw; {@link Conflict} when it is no longer the stored one
     */
    public AdminResult<Connection> update(String id, long version, ConnectionDraft draft) {
        Optional<Connection> stored = connections.find(id);
        if (stored.isEmpty()) {
            return new NotFound<>();
        }
        List<FieldError> errors = new ArrayList<>();
        checkText("name", draft.name(), errors);
        checkRate(draft, errors);
        checkSuccessor(draft, stored.get().successor(), errors);
        if (draft.deletePolicy() != stored.get().deletePolicy()) {
            checkDeletePolicy(draft, errors);
        }
        if (draft.directoryId() != stored.get().directoryId()) {
            errors.add(new FieldError(
                    "directoryId",
                    "A connection stays with its directory. Create another connection for the other directory."));
        }
        if (!errors.isEmpty()) {
            return new Invalid<>(errors);
        }
        if (isNameOfAnother(id, draft)) {
            return nameTaken(draft);
        }
        Connection changed = new Connection(
                id,
                draft.name().strip(),
                draft.directoryId(),
                draft.deletePolicy(),
                draft.mode(),
                draft.protocol(),
                draft.requestsPerSecond(),
                successor(draft),
                stored.get().createdAt(),
                version + 1);
        if (stored.get().version() != version || !connections.update(changed)) {
            return new Conflict<>(new FieldError(
                    "version", "The connection was changed in the meantime. Load it again and repeat the change."));
        }
        onChange.run();
        return new Done<>(changed);
    }

    /** Removes a connection and its tokens; the people stay as they are. */
    public AdminResult<Connection> delete(String id) {
        Optional<Connection> stored = connections.find(id);
        if (stored.isEmpty()) {
            return new NotFound<>();
        }
        connections.delete(id);
        onChange.run();
        return new Done<>(stored.get());
    }

    /** The tokens of a connection, newest first, expired and revoked ones included. */
    public AdminResult<List<AccessToken>> tokens(String connectionId) {
        return connections.find(connectionId).isEmpty()
                ? new NotFound<>()
                : new Done<>(tokens.findByConnection(connectionId));
    }

    /** Issues a token. Its text is in the result and nowhere else. */
    public AdminResult<IssuedToken> issueToken(String connectionId, TokenDraft draft) {
        if (connections.find(connectionId).isEmpty()) {
            return new NotFound<>();
        }
        List<FieldError> errors = new ArrayList<>();
        checkText("label", draft.label(), errors);
        if (draft.expiresInDays().filter(days -> days < 1 || days > MAX_DAYS).isPresent()) {
            errors.add(new FieldError("expiresInDays", "Choose 1 to " + MAX_DAYS + " days."));
        }
        if (!errors.isEmpty()) {
            return new Invalid<>(errors);
        }
        String text = TokenText.generate(random);
        Instant now = now();
        AccessToken token = new AccessToken(
                ids.get(),
                connectionId,
                draft.label().strip(),
                draft.scope(),
                TokenText.sha256(text),
                now,
                draft.expiresInDays().map(days -> now.plus(Duration.ofDays(days))),
                Optional.empty(),
                Optional.empty());
        tokens.insert(token);
        return new Done<>(new IssuedToken(text, token));
    }

    /** Revokes a token; within 60 seconds it stops working on every node. The value is the token's id. */
    public AdminResult<String> revokeToken(String connectionId, String tokenId) {
        if (!tokens.revoke(connectionId, tokenId, now())) {
            return new NotFound<>();
        }
        onChange.run();
        return new Done<>(tokenId);
    }

    private void checkDirectory(ConnectionDraft draft, List<FieldError> errors) {
        directories
                .obstacle(draft.directoryId())
                .ifPresent(obstacle -> errors.add(new FieldError("directoryId", obstacle)));
        checkDeletePolicy(draft, errors);
    }

    private void checkDeletePolicy(ConnectionDraft draft, List<FieldError> errors) {
        directories
                .obstacle(draft.directoryId(), draft.deletePolicy())
                .ifPresent(obstacle -> errors.add(new FieldError("deletePolicy", obstacle)));
    }

    /** One that is stored already may have left meanwhile; that must not stand against changing something else. */
    private void checkSuccessor(ConnectionDraft draft, Optional<String> stored, List<FieldError> errors) {
        Optional<String> successor = successor(draft);
        if (successor.isPresent() && !successor.equals(stored) && !directories.isActive(successor.get())) {
            errors.add(new FieldError(
                    "successor",
                    "There is no active user \"" + successor.get()
                            + "\" in the product. Name the one who takes over what leavers lead, or leave it empty."));
        }
    }

    private static Optional<String> successor(ConnectionDraft draft) {
        return draft.successor().map(String::strip).filter(name -> !name.isEmpty());
    }

    private static void checkRate(ConnectionDraft draft, List<FieldError> errors) {
        if (draft.requestsPerSecond() < 1 || draft.requestsPerSecond() > MAX_REQUESTS_PER_SECOND) {
            errors.add(new FieldError(
                    "requestsPerSecond", "Choose 1 to " + MAX_REQUESTS_PER_SECOND + " requests per second."));
        }
    }

    private boolean isNameOfAnother(String id, ConnectionDraft draft) {
        return connections.findAll().stream()
                .anyMatch(other -> !other.id().equals(id)
                        && other.name().equalsIgnoreCase(draft.name().strip()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void checkText(String field, String text, List<FieldError> errors) {
        if (text.isBlank()) {
            errors.add(new FieldError(field, "Enter a " + field + "."));
        } else if (text.strip().length() > MAX_NAME_LENGTH) {
            errors.add(new FieldError(field, "The " + field + " is longer than " + MAX_NAME_LENGTH + " characters."));
        } else if (text.codePoints().anyMatch(ConnectionAdmin::isUnfitForText)) {
            errors.add(new FieldError(field, "The " + field + " must not hold control characters."));
        }
    }

    /** Control characters, and halves of surrogate pairs, which no database can keep. */
    private static boolean isUnfitForText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static <T> AdminResult<T> nameTaken(ConnectionDraft draft) {
        return Invalid.of(
                "name", "There is already a connection \"" + draft.name().strip() + "\". Choose another name.");
    }
}
