package org.scimsuite.core.store;

import java.time.Instant;

/**
 * An id that was given as a member and is nobody's yet.
 *
 * @param since when it was added
 */
public record ParkedMember(String groupId, String memberId, Instant since) {}
