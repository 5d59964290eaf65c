package com.atlassian.sal.api.rdbms;

import java.sql.Connection;

/** Work on the product's database. */
public interface ConnectionCallback<A> {
    A execute(Connection connection);
}
