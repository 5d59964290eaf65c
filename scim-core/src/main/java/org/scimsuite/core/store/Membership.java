package org.scimsuite.core.store;

import java.time.Instant;
import java.util.Optional;

/**
 * That one user or group is a direct member of a group, both by their SCIM ids.
 *
 * @param since when it became one; the epoch for memberships from before this was kept
 * @param journalId the journal entry of the request that named the member, also when it was parked then and arrived later; empty for
 *     memberships from before this was kept
 */
public record Membership(String groupId, String memberId, Instant since, Optional<String> journalId) {}
