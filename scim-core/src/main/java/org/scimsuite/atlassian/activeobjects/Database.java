package org.scimsuite.atlassian.activeobjects;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.java.ao.ActiveObjectsException;
import net.java.ao.Entity;
import net.java.ao.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the stores share: one transaction for each call that changes something, repeated when the database asks for it.
 *
 * <p>The isolation level is the host's choice. At the stricter ones a database may end a transaction because another one
 * touched the same rows or index pages (SQL state class 40: serialization failure, deadlock); everything is rolled back
 * then, and running it again is the documented answer. Work must therefore have no effect outside the database.
 */
final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Oracle takes at most 1000 values in an IN list; small lists also keep the statement cache useful. */
    private static final int VALUES_PER_QUERY = 250;

    private static final int ROWS_PER_BATCH = 500;

    private static final int ATTEMPTS = 12;
    private static final Duration PAUSE_PER_ATTEMPT = Duration.ofMillis(10);

    /** Of all stores together, so that one can write in the transaction of another. */
    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private final Tables tables;
    private volatile boolean readsNeedTransaction;

    Database(Tables tables) {
        this.tables = tables;
    }

    Tables tables() {
        return tables;
    }

    /** Inside a transaction of this thread the work is a part of it: repeated with it, and never alone. */
    <T> T inTransaction(Supplier<T> work) {
        if (INSIDE.get()) {
            return work.get();
        }
        INSIDE.set(true);
        try {
            return repeated(() -> tables.inTransaction(work));
        } finally {
            INSIDE.remove();
        }
    }

    /**
     * Runs work that only reads, with statements that need not see the same moment: beginning and ending a transaction would
     * take longer than the reading. Inside a transaction of this thread it is a part of it. A product may take its connections from a
     * session that a thread has only within a transaction, as Confluence does from Hibernate's: what fails outside and
     * works inside is read inside from then on.
     */
    <T> T read(Supplier<T> work) {
        if (INSIDE.get()) {
            return work.get();
        }
        if (readsNeedTransaction) {
            return inTransaction(work);
        }
        try {
            return repeated(work);
        } catch (RuntimeException failure) {
            T result = inTransaction(work);
            readsNeedTransaction = true;
            LOG.info("The product reads within transactions only; so does the plugin from now on", failure);
            return result;
        }
    }

    private static <T> T repeated(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !isRolledBackForOthers(failure)) {
                    throw failure;
                }
                // a random pause parts those who collided
                LockSupport.parkNanos(
                        ThreadLocalRandom.current().nextLong((long) attempt * attempt * PAUSE_PER_ATTEMPT.toNanos()));
            }
        }
    }

    void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Runs work that a unique column may refuse. No database names the broken constraint in a portable way, and the
     * product may wrap the exception; so after a failure, and after the rollback, the cause is looked for in the data.
     *
     * @param isTaken tells, in a transaction of its own, whether somebody else has the unique value now
     * @return what the work returned; empty when it was rolled back because the value is taken
     */
    <T> Optional<T> unlessTaken(Supplier<T> work, Supplier<Boolean> isTaken) {
        try {
            return Optional.of(inTransaction(work));
        } catch (RuntimeException refusal) {
            if (inTransaction(isTaken)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** The row of this key; the column is unique. To be called inside a transaction. */
    <R extends Entity> Optional<R> one(Class<R> table, String column, String key) {
        R[] rows = tables.find(table, Query.select().where(column + " = ?", key));
        return rows.length == 0 ? Optional.empty() : Optional.of(rows[0]);
    }

    /** The rows whose column has one of these values, in any order. To be called inside a transaction. */
    <R extends Entity> List<R> in(Class<R> table, String column, List<String> values) {
        List<R> found = new ArrayList<>();
        inLists(
                values,
                some -> found.addAll(Arrays.asList(tables.find(
                        table, Query.select().where(column + " IN (" + marks(some.size()) + ")", some.toArray())))));
        return found;
    }

    /** Deletes the rows whose column has one of these values. To be called inside a transaction. */
    void deleteIn(Class<? extends Entity> table, String column, List<String> values) {
        inLists(
                values,
                some -> tables.deleteWithSQL(table, column + " IN (" + marks(some.size()) + ")", some.toArray()));
    }

    /**
     * Inserts rows, which all have the same columns. To be called inside a transaction. The product's interface inserts one row a
     * call, with the way to the database and back for each; the library behind it has a batch, and each row knows
     * the library. Written page by page, so that what a driver collects for a batch stays small.
     */
    <R extends Entity> void insertAll(Class<R> table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        R first = tables.create(table, rows.get(0));
        for (int from = 1; from < rows.size(); from += ROWS_PER_BATCH) {
            List<Map<String, Object>> batch = rows.subList(from, Math.min(from + ROWS_PER_BATCH, rows.size()));
            try {
                first.getEntityManager().create(table, batch);
            } catch (SQLException e) {
                throw new ActiveObjectsException(e);
            }
        }
    }

    private static void inLists(List<String> values, Consumer<List<String>> work) {
        for (int from = 0; from < values.size(); from += VALUES_PER_QUERY) {
            work.accept(values.subList(from, Math.min(from + VALUES_PER_QUERY, values.size())));
        }
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static boolean isRolledBackForOthers(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("40")) {
                return true;
            }
        }
        return false;
    }
}
