package org.scimsuite.core.store;

import java.util.Optional;

/**
 * A member of a group, as recorded.
 *
 * @param id the SCIM id of a user or group of the same connection; of any other text while {@link Kind#UNKNOWN}
 * @param display what the provider called the member when it added it
 */
public record GroupMember(String id, Kind kind, Optional<String> display) {

    /** The longest id and the longest display text, in characters. */
    public static final int MAX_LENGTH = 255;

    /** What a member is. */
    public enum Kind {
        USER,
        GROUP,
        /** Neither, as far as is known: parked. It is kept and not shown. */
        UNKNOWN
    }

    /** Whether the member is parked. */
    public boolean isParked() {
        return kind == Kind.UNKNOWN;
    }
}
