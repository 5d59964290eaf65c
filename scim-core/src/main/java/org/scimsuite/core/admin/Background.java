package org.scimsuite.core.admin;

/** Where work is done that no request waits for. */
public interface Background {

    /**
     * Does a piece of work soon, once.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the plugin is being ended
     */
    void run(Runnable work);

    /** Lets the recurring work of this node begin now rather than at its next time. */
    void wake();
}
