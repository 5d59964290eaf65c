package org.scimsuite.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A note, written before local groups are touched, of whose memberships may have to change, or of somebody who leaves. It is removed when they
 * have been compared with what is recorded, or all of it is ended; whoever finds it carries it on.
 *
 * @param cursor how far it has come, in the order of the scope; empty at the beginning
 * @param done how many people have been aligned
 * @param total how many there were when it was made; as near as can be told cheaply
 * @param journalId the journal entry of the request that it came from, or of its own
 * @param reason for people: what was changed
 */
public record AlignmentTask(
        String id,
        String connectionId,
        Scope scope,
        State state,
        Optional<String> cursor,
        int done,
        int total,
        Instant created,
        String journalId,
        String reason) {

    /** Whose memberships. */
    public sealed interface Scope {

        /** These people. */
        record Users(List<String> ids) implements Scope {
            public Users {
                ids = List.copyOf(ids);
            }
        }

        /** Everybody in a group of the provider, directly or through nested groups. */
        record MembersOf(String groupId) implements Scope {}

        /**
         * Somebody who may not log in any more, about whom there is something to end beside memberships. The cursor is the instant before which
         * it is not tried again, {@code done} how often it was tried.
         *
         * @param userId the SCIM id, whose record may be gone
         * @param name in the directory, which may have the person no more
         * @param externalId the directory's stable id
         */
        record Leaver(String userId, String name, Optional<String> externalId) implements Scope {}

        /** Everybody who has a grant of a local group, by {@code DirectoryGroup.nameKey}. */
        record HoldersOf(String groupNameKey) implements Scope {}

        /**
         * Everybody of the connection.
         *
         * @param mappingBefore the version of the mapping that was in force before, when the task follows from a saved one: users are
         *     made as the new one says, too; 0 when there was none before
         */
        record Everybody(Optional<Long> mappingBefore) implements Scope {

            /** Only to compare memberships. */
            public Everybody() {
                this(Optional.empty());
            }

            /** Because another mapping was saved. */
            public static Everybody afterMapping(long versionBefore) {
                return new Everybody(Optional.of(versionBefore));
            }
        }
    }

    /** Whether anybody may carry it on. */
    public enum State {
        OPEN,
        /** An administrator has stopped it, and may let it go on. */
        STOPPED,
        /** Its people lack a seat of the product's licence; it goes on when one may have become free. */
        WAITING_FOR_SEAT
    }
}
