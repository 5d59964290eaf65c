package org.scimsuite.core.store;

import java.util.List;
import java.util.Optional;

/** Where alignment tasks are kept. Every method but {@link #adding} is one transaction of its own, durable when it returns. */
public interface AlignmentTaskStore {

    /** The insertion of a task, to be made durable with the change that it follows from. */
    Alongside adding(AlignmentTask task);

    Optional<AlignmentTask> find(String id);

    /** All tasks of a connection, oldest first; usually none. */
    List<AlignmentTask> findAll(String connectionId);

    /** Notes how far a task has come; false when it is gone or was stopped. */
    boolean progress(String id, String cursor, int done);

    /** Stops a task, or lets it go on; false when it is gone. */
    boolean setState(String id, AlignmentTask.State state);

    /** The removal of a task, to be made durable with the last of what it asked for. */
    Alongside removing(String id);
}
