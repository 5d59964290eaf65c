package com.atlassian.sal.api.rdbms;

/** Runs work in a transaction, which an exception rolls back. */
public interface TransactionalExecutor {
    <A> A execute(ConnectionCallback<A> callback);
}
