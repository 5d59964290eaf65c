package org.scimsuite.core.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One SCIM request, from arrival to outcome. Holds no secret: bodies are redacted before they get here.
 *
 * @param id also sent as the {@code X-Request-Id} response header and named in error details
 * @param connectionId empty when the caller was not let in
 * @param status the HTTP status that was answered; 0 while {@link Outcome#RUNNING}
 * @param subjectName the user name concerned, when known
 * @param notes dialect tolerances used and decisions taken, as sentences
 * @param plan the changes that were planned, as sentences
 * @param body the redacted request body; empty when there was none
 */
public record JournalEntry(
        String id,
        Instant receivedAt,
        Optional<String> connectionId,
        Optional<String> tokenId,
        String method,
        String path,
        int status,
        Outcome outcome,
        Optional<String> scimType,
        Optional<String> detail,
        Optional<String> subjectId,
        Optional<String> subjectName,
        List<String> notes,
        List<String> plan,
        String body,
        Duration duration) {

    /** The method of an entry about what an administrator asked for. */
    public static final String ADMIN_METHOD = "ADMIN";

    public JournalEntry {
        notes = List.copyOf(notes);
        plan = List.copyOf(plan);
    }

    JournalEntry withDuration(Duration newDuration) {
        return new JournalEntry(
                id,
                receivedAt,
                connectionId,
                tokenId,
                method,
                path,
                status,
                outcome,
                scimType,
                detail,
                subjectId,
                subjectName,
                notes,
                plan,
                body,
                newDuration);
    }

    /** How a request ended. */
    public enum Outcome {
        /** Begun; if the process ends now, this is what remains, and the record it names is pending. */
        RUNNING,
        /** The directory was changed as planned. */
        APPLIED,
        /** Nothing had to be changed. */
        NO_CHANGE,
        /** Refused before anything changed; the status says why. */
        REFUSED,
        /** Something broke; the pending record is carried out by the next request that meets it. */
        FAILED
    }
}
