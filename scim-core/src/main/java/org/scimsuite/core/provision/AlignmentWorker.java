package org.scimsuite.core.provision;

import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.store.AlignmentTaskStore;

/** Carries on, in the background, what requests have left. Any thread of any node may call it: a task has one worker at a time. */
public final class AlignmentWorker {

    private final AlignmentTaskStore tasks;
    private final Alignments alignments;

    AlignmentWorker(AlignmentTaskStore tasks, Alignments alignments) {
        this.tasks = tasks;
        this.alignments = alignments;
    }

    /**
     * Carries all open tasks of a connection to their ends, oldest first; one that is stopped meanwhile stays where it has come to.
     *
     * @throws DirectoryException when the directory is out of reach; the tasks stay
     */
    public void runOnce(ProvisioningContext context) {
        for (AlignmentTask task : tasks.findAll(context.connectionId())) {
            if (task.state() == State.OPEN) {
                alignments.carryOn(context, task);
            }
        }
    }
}
