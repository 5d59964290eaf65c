package org.scimsuite.core.store;

import java.time.Instant;

/**
 * That a connection stands behind somebody's membership of a local group. Which groups and rules ask for it is computed from what is
 * recorded; this is what has been done about it.
 *
 * @param userId the SCIM id of the person
 * @param localGroup as the directory spells it; one grant for each person and {@code DirectoryGroup.nameKey}
 * @param journalId the journal entry of the request or task that gave it
 */
public record Grant(
        String connectionId, String userId, String localGroup, Origin origin, Instant since, String journalId) {

    /** How the membership came about. */
    public enum Origin {
        /** We gave it. */
        GIVEN,
        /** It was there before. */
        FOUND
    }
}
