package org.scimsuite.core.connection;

import java.util.List;
import java.util.Optional;

/** Where connections are kept. Every method is one transaction of its own. */
public interface ConnectionStore {

    /** All connections, ordered by name. */
    List<Connection> findAll();

    Optional<Connection> find(String id);

    /** Adds a connection; false when the name is taken, in any case. */
    boolean insert(Connection connection);

    /** Replaces the connection if the stored one still has {@code connection.version() - 1}; otherwise false. */
    boolean update(Connection connection);

    /** Removes the connection and its tokens; user records and journal stay. */
    void delete(String id);
}
