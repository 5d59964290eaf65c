package org.scimsuite.atlassian.activeobjects;

import java.util.Map;
import java.util.function.Supplier;
import net.java.ao.Entity;
import net.java.ao.Query;

/**
 * The plugin's tables: those of {@link Rows#ALL}, made and brought up to date before the first of these calls returns. Failures
 * of the database are runtime exceptions with the {@code SQLException} among their causes.
 */
public interface Tables extends AutoCloseable {

    /** Runs work in a transaction, which an exception rolls back; inside a transaction of this thread it is a part of it. */
    <T> T inTransaction(Supplier<T> work);

    /** Inserts a row and returns it. */
    <R extends Entity> R create(Class<R> table, Map<String, Object> columns);

    <R extends Entity> R[] find(Class<R> table, Query query);

    /** How many rows meet these criteria: a condition in SQL with a question mark for each parameter. */
    int count(Class<? extends Entity> table, String criteria, Object... parameters);

    void delete(Entity... rows);

    /** Deletes the rows that meet the criteria, and returns how many they were. */
    int deleteWithSQL(Class<? extends Entity> table, String criteria, Object... parameters);

    /** Gives back what the plugin holds for its tables; what the product holds is the product's. */
    @Override
    default void close() {}
}
