package org.scimsuite.atlassian.activeobjects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.java.ao.Query;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.journal.JournalTally;

/** Journal entries in table {@code JOURNAL}. */
public final class AoJournalStore implements JournalStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private final Database database;
    private final Tables tables;

    public AoJournalStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public Stored insert(JournalEntry entry) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ENTRY_ID", entry.id());
        columns.put("RECEIVED_AT", entry.receivedAt().toEpochMilli());
        entry.connectionId().ifPresent(id -> columns.put("CONNECTION_ID", id));
        entry.tokenId().ifPresent(id -> columns.put("TOKEN_ID", id));
        columns.put("HTTP_METHOD", fit(entry.method(), 20));
        columns.put("REQUEST_PATH", storable(entry.path()));
        columns.put("STATUS_CODE", entry.status());
        columns.put("OUTCOME", entry.outcome().name());
        entry.scimType().ifPresent(type -> columns.put("SCIM_TYPE", fit(type, 20)));
        entry.detail().ifPresent(detail -> columns.put("DETAIL", storable(detail)));
        entry.subjectId().ifPresent(id -> columns.put("SUBJECT_ID", fit(id, 64)));
        entry.subjectName().ifPresent(name -> columns.put("SUBJECT_NAME", storable(name)));
        columns.put("NOTES", text(entry.notes()));
        columns.put("CHANGE_PLAN", text(entry.plan()));
        columns.put("REQUEST_BODY", storable(entry.body()));
        columns.put("DURATION_MILLIS", entry.duration().toMillis());
        JournalRow row = database.inTransaction(() -> tables.create(JournalRow.class, columns));
        return now -> database.inTransaction(() -> {
            fill(row, now);
            row.save();
        });
    }

    /**
     * What can change after a request came in; what is not set is not sent to the database. An entry that once names a subject or
     * an error names one to its end. An empty column is not set either: to send nothing, the library asks the database for the
     * column's type each time.
     */
    private static void fill(JournalRow row, JournalEntry entry) {
        row.setStatusCode(entry.status());
        row.setOutcome(entry.outcome().name());
        entry.scimType().ifPresent(type -> row.setScimType(fit(type, 20)));
        entry.detail().ifPresent(detail -> row.setDetail(storable(detail)));
        entry.subjectId().ifPresent(id -> row.setSubjectId(fit(id, 64)));
        entry.subjectName().ifPresent(name -> row.setSubjectName(storable(name)));
        row.setNotes(text(entry.notes()));
        row.setChangePlan(text(entry.plan()));
        row.setDurationMillis(entry.duration().toMillis());
    }

    @Override
    public Optional<JournalEntry> find(String id) {
        return database.inTransaction(() -> row(id).map(AoJournalStore::entry));
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        return database.inTransaction(() -> found(query));
    }

    private List<JournalEntry> found(JournalQuery query) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.connectionId().ifPresent(id -> {
            conditions.add("CONNECTION_ID = ?");
            values.add(id);
        });
        query.subjectId().ifPresent(id -> {
            conditions.add("SUBJECT_ID = ?");
            values.add(fit(id, 64));
        });
        query.outcome().ifPresent(outcome -> {
            conditions.add("OUTCOME = ?");
            values.add(outcome.name());
        });
        if (query.olderThan().isPresent()) {
            Optional<JournalRow> last = row(query.olderThan().get());
            if (last.isEmpty()) {
                return List.of();
            }
            conditions.add("(RECEIVED_AT < ? OR (RECEIVED_AT = ? AND ID < ?))");
            values.addAll(List.of(
                    last.get().getReceivedAt(),
                    last.get().getReceivedAt(),
                    last.get().getID()));
        }
        Query select = Query.select().order("RECEIVED_AT DESC, ID DESC").limit(query.limit());
        if (!conditions.isEmpty()) {
            select.setWhereClause(String.join(" AND ", conditions));
            select.setWhereParams(values.toArray());
        }
        return Arrays.stream(tables.find(JournalRow.class, select))
                .map(AoJournalStore::entry)
                .toList();
    }

    @Override
    public JournalTally tally(Optional<String> connectionId, Instant since) {
        String whose = connectionId.isPresent() ? "CONNECTION_ID = ?" : "CONNECTION_ID IS NULL";
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            List<Object> values = new ArrayList<>();
            connectionId.ifPresent(values::add);
            values.addAll(List.of(since.toEpochMilli(), outcome.name(), JournalEntry.ADMIN_METHOD));
            counts.put(
                    outcome,
                    database.read(() -> tables.count(
                            JournalRow.class,
                            whose + " AND RECEIVED_AT >= ? AND OUTCOME = ? AND HTTP_METHOD <> ?",
                            values.toArray())));
        }
        return new JournalTally(counts);
    }

    private Optional<JournalRow> row(String id) {
        return database.one(JournalRow.class, "ENTRY_ID", id);
    }

    private static JournalEntry entry(JournalRow row) {
        return new JournalEntry(
                row.getEntryId(),
                Instant.ofEpochMilli(row.getReceivedAt()),
                Optional.ofNullable(row.getConnectionId()),
                Optional.ofNullable(row.getTokenId()),
                Objects.requireNonNullElse(row.getHttpMethod(), ""),
                Objects.requireNonNullElse(row.getRequestPath(), ""),
                row.getStatusCode(),
                JournalEntry.Outcome.valueOf(row.getOutcome()),
                Optional.ofNullable(row.getScimType()),
                Optional.ofNullable(row.getDetail()),
                Optional.ofNullable(row.getSubjectId()),
                Optional.ofNullable(row.getSubjectName()),
                sentences(row.getNotes()),
                sentences(row.getChangePlan()),
                Objects.requireNonNullElse(row.getRequestBody(), ""),
                Duration.ofMillis(row.getDurationMillis()));
    }

    /** PostgreSQL has no way to keep the character 0, which a stranger may well send. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    private static String fit(String text, int length) {
        String storable = storable(text);
        return storable.length() <= length ? storable : storable.substring(0, length);
    }

    private static String text(List<String> sentences) {
        try {
            return JSON.writeValueAsString(sentences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of strings can always be written", e);
        }
    }

    private static List<String> sentences(String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readValue(text, SENTENCES);
        } catch (JsonProcessingException e) {
            // one damaged entry must not hide the rest of the journal
            return List.of(text);
        }
    }
}
