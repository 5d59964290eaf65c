package com.atlassian.sal.api.transaction;

/** Runs work inside a transaction of the product. */
public interface TransactionTemplate {
    <T> T execute(TransactionCallback<T> action);
}
