package com.atlassian.sal.api.transaction;

/** Work inside a transaction. */
public interface TransactionCallback<T> {
    T doInTransaction();
}
