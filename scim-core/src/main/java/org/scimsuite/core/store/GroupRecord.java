package org.scimsuite.core.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What one identity provider says about one group, but for its members, which are {@link GroupMember}s.
 *
 * @param scimId the SCIM {@code id}: assigned by us, never reused (RFC 7643 §3.1)
 * @param displayName unique in a connection by its {@link #nameKey()}
 * @param firstName what the provider called the group first, whatever it was renamed to
 * @param externalId the provider's own id (RFC 7643 §3.1), compared exactly
 * @param resource the SCIM attributes as JSON, without {@code id}, {@code meta} and {@code members}
 * @param version grows with each change, those of the members included; the SCIM version and compare-and-set
 */
public record GroupRecord(
        String scimId,
        String connectionId,
        String displayName,
        String firstName,
        Optional<String> externalId,
        String resource,
        Instant created,
        Instant lastModified,
        long version) {

    /** The version of every new record. */
    public static final long FIRST_VERSION = 1;

    /** The name in the form that identifies the group: two groups of one connection never share it. */
    public String nameKey() {
        return nameKeyOf(displayName);
    }

    /** Names are compared without regard to case, as Crowd compares the names of groups. */
    public static String nameKeyOf(String displayName) {
        return displayName.toLowerCase(Locale.ENGLISH);
    }

    /** The next version of the same content, because of a change of the members. */
    public GroupRecord touched(Instant now) {
        return new GroupRecord(
                scimId, connectionId, displayName, firstName, externalId, resource, created, now, version + 1);
    }
}
