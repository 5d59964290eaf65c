package org.scimsuite.atlassian.embedded;

import java.sql.Connection;
import java.util.function.Function;

/** The product's database, one transaction at a time. */
public interface ConnectionSource extends AutoCloseable {

    /**
     * Runs work in a transaction: committed when it returns, rolled back when it throws, which is then thrown on as it is. The
     * work neither ends the transaction nor closes the connection.
     */
    <T> T inTransaction(Function<Connection, T> work);

    /** Gives back what it holds; not what the product lent it. */
    @Override
    default void close() {}
}
