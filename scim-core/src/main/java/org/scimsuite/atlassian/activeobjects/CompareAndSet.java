package org.scimsuite.atlassian.activeobjects;

import java.util.UUID;
import net.java.ao.Entity;

/**
 * Makes "change the row if it still has this revision" safe for any number of nodes on one database.
 *
 * <p>Active Objects writes {@code UPDATE ... WHERE ID = ?}: it has no conditional update, and {@code SELECT ... FOR UPDATE}
 * is not portable. So a transaction first <em>claims</em> the row by writing a fresh random value to its {@code CLAIM}
 * column. Every supported database then holds a write lock on the row until the transaction ends, so a second writer waits
 * at its own claim. Only after the claim is the revision compared, with a {@code SELECT} that goes to the database and not
 * to values read earlier; the second writer therefore sees what the first one committed, and finds itself stale. Where the
 * isolation level makes the database end the second transaction instead, {@link Database} runs it again, to the same end.
 */
final class CompareAndSet {

    private final Database database;

    CompareAndSet(Database database) {
        this.database = database;
    }

    /**
     * Locks the row until the end of the transaction; the caller has set {@code CLAIM} to {@link #claim()} and not saved
     * yet.
     *
     * @return whether the row exists and has that revision now
     */
    <R extends Entity> boolean lockAtRevision(Class<R> table, R claimedRow, long revision) {
        claimedRow.save();
        return database.tables().count(table, "ID = ? AND REVISION = ?", claimedRow.getID(), revision) == 1;
    }

    /** A value for {@code CLAIM} that the row does not have yet, so that the claim is a real write. */
    static String claim() {
        return UUID.randomUUID().toString();
    }
}
