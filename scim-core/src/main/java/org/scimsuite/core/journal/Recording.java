package org.scimsuite.core.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Supplier<String> ids;
    private final Instant receivedAt;
    private final Optional<String> connectionId;
    private final Optional<String> tokenId;
    private final ScimRequest request;
    private final Supplier<List<String>> notes;
    private Optional<String> id = Optional.empty();
    private Optional<What> what = Optional.empty();
    private final List<String> plan = new ArrayList<>();
    private Optional<String> subjectId = Optional.empty();
    private Optional<String> subjectName = Optional.empty();
    private Optional<Kept> kept = Optional.empty();
    private boolean changed;
    private boolean leftOver;
    private int usualStatus;

    Recording(
            JournalStore store,
            Clock clock,
            Supplier<String> ids,
            Optional<String> connectionId,
            Optional<String> tokenId,
            ScimRequest request,
            Supplier<List<String>> notes) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.receivedAt = clock.instant();
        this.connectionId = connectionId;
        this.tokenId = tokenId;
        this.request = request;
        this.notes = notes;
        this.usualStatus = usualStatus(request.method());
    }

    private static int usualStatus(String method) {
        return switch (method) {
            case "POST" -> 201;
            case "DELETE" -> 204;
            default -> 200;
        };
    }

    /** The id of the entry. Made when it is first asked for: most requests read, and leave nothing here. */
    public String id() {
        if (id.isEmpty()) {
            id = Optional.of(ids.get());
        }
        return id.get();
    }

    /** Whether anything of this request is in the store. */
    public boolean isStored() {
        return kept.isPresent();
    }

    /** Whom the request is about. */
    public void subject(String scimId, String userName) {
        subjectId = Optional.of(scimId);
        subjectName = Optional.of(userName);
    }

    /** What is going to be done, to be stored before anything is changed. */
    public Saving planned(List<String> sentences) {
        plan.addAll(sentences);
        return new Saving(entry(0, Outcome.RUNNING, Optional.empty()));
    }

    /** What is going to be done, in place of all that was said before; to be stored when it is {@link #applied}. */
    public void decided(List<String> sentences) {
        plan.clear();
        plan.addAll(sentences);
    }

    /** Stores that the request has begun, before what it consists of is done by others. */
    public void begun(String sentence) {
        plan.add(sentence);
        save(entry(0, Outcome.RUNNING, Optional.empty()));
    }

    /**
     * That what was planned is done, to be stored together with the last change. The request is as good as ended then: it is
     * stored again only if it ends in another way than requests of its method do, or than {@link #willAnswer} said.
     */
    public Saving applied() {
        changed = true;
        return new Saving(entry(usualStatus, Outcome.APPLIED, Optional.empty()));
    }

    /** The status if all goes well, where it is not the usual one of the method. */
    public void willAnswer(int status) {
        usualStatus = status;
    }

    /** Something was changed. */
    public void changed() {
        changed = true;
    }

    /** Something was recorded that is not carried out yet; somebody else will. */
    public void leftOver() {
        leftOver = true;
    }

    /** Whether something is left to others. */
    public boolean hasLeftOver() {
        return leftOver;
    }

    /** Whether something was changed. */
    public boolean hasChanged() {
        return changed;
    }

    /** Stores how the request ended well. */
    public void succeeded(int status) {
        save(entry(status, changed ? Outcome.APPLIED : Outcome.NO_CHANGE, Optional.empty()));
    }

    /** Stores that the request was refused and nothing was changed. */
    public void refused(ScimError error) {
        save(entry(error.status(), Outcome.REFUSED, Optional.of(error)));
    }

    /** Stores that something broke. */
    public void failed(ScimError error) {
        save(entry(error.status(), Outcome.FAILED, Optional.of(error)));
    }

    private void save(JournalEntry entry) {
        if (kept.filter(now -> now.says(entry)).isEmpty()) {
            Saving saving = new Saving(entry);
            saving.write();
            saving.committed();
        }
    }

    /** The entry as it is in the store. */
    private record Kept(JournalStore.Stored stored, JournalEntry entry) {

        /** Whether another one would tell nothing new; that a moment has passed is nothing new. */
        boolean says(JournalEntry other) {
            return entry.withDuration(other.duration()).equals(other);
        }
    }

    /** One storing of the entry, for whoever has a transaction that it shall be a part of. */
    public final class Saving {

        private final JournalEntry entry;
        private Optional<Kept> written = Optional.empty();

        private Saving(JournalEntry entry) {
            this.entry = entry;
        }

        /** Writes, in the transaction that there is; may be repeated when that was rolled back. */
        public void write() {
            kept.ifPresent(before -> before.stored().replace(entry));
            written = Optional.of(new Kept(kept.map(Kept::stored).orElseGet(() -> store.insert(entry)), entry));
        }

        /** What was written last is durable. */
        public void committed() {
            kept = written;
        }
    }

    /** What came in, without secrets. */
    private record What(String path, String body) {}

    /** Made once, and only for what is stored: taking secrets out takes longer than reading them. */
    private What what() {
        if (what.isEmpty()) {
            what = Optional.of(new What(path(request), BodyRedactor.body(request.body())));
        }
        return what.get();
    }

    private JournalEntry entry(int status, Outcome outcome, Optional<ScimError> error) {
        return new JournalEntry(
                id(),
                receivedAt,
                connectionId,
                tokenId,
                request.method(),
                what().path(),
                status,
                outcome,
                error.flatMap(ScimError::scimType).map(type -> type.word()),
                error.map(ScimError::detail).map(BodyRedactor::text),
                subjectId,
                subjectName.map(BodyRedactor::text),
                notes.get().stream().map(BodyRedactor::text).toList(),
                plan.stream().map(BodyRedactor::text).toList(),
                what().body(),
                Duration.between(receivedAt, clock.instant()));
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? name : name + "=" + BodyRedactor.parameter(name, value);
    }

    private static String path(ScimRequest request) {
        String query = request.query().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
        String path = "/" + String.join("/", request.path()) + (query.isEmpty() ? "" : "?" + query);
        return BodyRedactor.text(path.length() > MAX_PATH ? path.substring(0, MAX_PATH) : path);
    }
}
