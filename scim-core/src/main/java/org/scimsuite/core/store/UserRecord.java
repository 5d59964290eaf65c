package org.scimsuite.core.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What one identity provider says about one person, and which directory user that is.
 *
 * @param scimId the SCIM {@code id}: assigned by us, never reused (RFC 7643 §3.1)
 * @param nameKey {@code DirectoryUser.nameKey} of the user name, while pending of the desired one; unique in a connection
 * @param externalId the provider's own id (RFC 7643 §3.1), compared exactly
 * @param directoryName the directory's name for the person as last seen; differs from the desired one until a rename is
 *     applied
 * @param directoryExternalId the directory's stable id, when it has one and it is known
 * @param resource the SCIM attributes as JSON, without {@code id}, {@code meta} and {@code password}; empty while
 *     {@link Lifecycle#LINKED}
 * @param version grows with each change; the SCIM version and compare-and-set
 */
public record UserRecord(
        String scimId,
        String connectionId,
        String nameKey,
        Optional<String> externalId,
        String directoryName,
        Optional<String> directoryExternalId,
        Lifecycle lifecycle,
        Progress progress,
        String resource,
        Instant created,
        Instant lastModified,
        long version) {

    /** The version of every new record. */
    public static final long FIRST_VERSION = 1;

    public boolean isPending() {
        return progress == Progress.PENDING;
    }

    public boolean isDeleted() {
        return lifecycle == Lifecycle.DELETED;
    }

    /** Whether the provider's creation of this person was begun and perhaps not carried out. */
    public boolean isPendingCreation() {
        return isPending() && lifecycle == Lifecycle.MANAGED && version == FIRST_VERSION;
    }

    /** This record carried out, and tied to that directory user; the version stays. */
    public UserRecord applied(String newNameKey, String newDirectoryName, Optional<String> newDirectoryExternalId) {
        return new UserRecord(
                scimId,
                connectionId,
                newNameKey,
                externalId,
                newDirectoryName,
                newDirectoryExternalId,
                lifecycle,
                Progress.APPLIED,
                resource,
                created,
                lastModified,
                version);
    }

    /** How far the provider has taken charge of the person. */
    public enum Lifecycle {
        /** The provider has seen this directory user; it has an id, and nothing more is recorded. */
        LINKED,
        /** The provider has written this person. */
        MANAGED,
        /** The provider deleted this person; kept so that a kept, inactive directory user stays out of its sight. */
        DELETED
    }

    /** Whether the directory is known to agree with the record. */
    public enum Progress {
        /** Recorded, and perhaps not yet carried out: whoever meets it carries it out first. */
        PENDING,
        APPLIED
    }
}
