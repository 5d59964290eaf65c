package org.scimsuite.core.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimRequest;

/**
 * What the journal learns about one request while it runs. The entry is stored when a plan is about to be carried out, and
 * again when the request ends; a request that planned nothing is stored at its end, if at all. Belongs to one thread.
 */
public final class Recording {

    private static final int MAX_PATH = 2000;

    private final JournalStore store;
    private final Clock clock;
    private final String id;
    private final Instant receivedAt;
    private final Optional<String> connectionId;
    private final Optional<String> tokenId;
    private final ScimRequest request;
    private final List<String> plan = new ArrayList<>();
    private Optional<String> subjectId = Optional.empty();
    private Optional<String> subjectName = Optional.empty();
    private boolean stored;
    private boolean changed;

    Recording(
            JournalStore store,
            Clock clock,
            String id,
            Optional<String> connectionId,
            Optional<String> tokenId,
            ScimRequest request) {
        this.store = store;
        this.clock = clock;
        this.id = id;
        this.receivedAt = clock.instant();
        this.connectionId = connectionId;
        this.tokenId = tokenId;
        this.request = request;
    }

    /** The id of the entry. */
    public String id() {
        return id;
    }

    /** Whether anything of this request is in the store. */
    public boolean isStored() {
        return stored;
    }

    /** Whom the request is about. */
    public void subject(String scimId, String userName) {
        subjectId = Optional.of(scimId);
        subjectName = Optional.of(userName);
    }

    /** Stores, before anything is changed, what is going to be done. */
    public void planned(List<String> sentences) {
        plan.addAll(sentences);
        save(entry(0, Outcome.RUNNING, Optional.empty(), List.of()));
    }

    /** Something was changed. */
    public void changed() {
        changed = true;
    }

    /** Stores how the request ended well. */
    public void succeeded(int status, List<String> notes) {
        save(entry(status, changed ? Outcome.APPLIED : Outcome.NO_CHANGE, Optional.empty(), notes));
    }

    /** Stores that the request was refused and nothing was changed. */
    public void refused(ScimError error, List<String> notes) {
        save(entry(error.status(), Outcome.REFUSED, Optional.of(error), notes));
    }

    /** Stores that something broke. */
    public void failed(ScimError error, List<String> notes) {
        save(entry(error.status(), Outcome.FAILED, Optional.of(error), notes));
    }

    private void save(JournalEntry entry) {
        if (stored) {
            store.update(entry);
        } else {
            store.insert(entry);
            stored = true;
        }
    }

    private JournalEntry entry(int status, Outcome outcome, Optional<ScimError> error, List<String> notes) {
        return new JournalEntry(
                id,
                receivedAt,
                connectionId,
                tokenId,
                request.method(),
                path(),
                status,
                outcome,
                error.flatMap(ScimError::scimType).map(type -> type.word()),
                error.map(ScimError::detail).map(BodyRedactor::text),
                subjectId,
                subjectName.map(BodyRedactor::text),
                notes.stream().map(BodyRedactor::text).toList(),
                plan.stream().map(BodyRedactor::text).toList(),
                BodyRedactor.body(request.body()),
                Duration.between(receivedAt, clock.instant()));
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? name : name + "=" + BodyRedactor.parameter(name, value);
    }

    private String path() {
        String query = request.query().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
        String path = "/" + String.join("/", request.path()) + (query.isEmpty() ? "" : "?" + query);
        return BodyRedactor.text(path.length() > MAX_PATH ? path.substring(0, MAX_PATH) : path);
    }
}
