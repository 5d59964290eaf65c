package com.atlassian.sal.api.rdbms;

/** The product's database, for plugins. */
public interface TransactionalExecutorFactory {
    /** For reading and writing. */
    TransactionalExecutor create();
}
