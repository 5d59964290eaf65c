package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** One of those that are measured in turns. */
interface Side {

    /**
     * Makes the calls of a block.
     *
     * @param from number of the first call; the others follow it
     */
    Block run(Operation operation, Sweep sweep, long from, Block.Limit limit)
            throws IOException, InterruptedException, ExecutionException;

    /** The process that does the work. */
    long pid();
}
