package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * A block, and what its side's process used of the processors meanwhile.
 *
 * @param busy processor time of all threads; that of a database server is not in it, nor the client's
 */
record Measured(Block block, Duration busy) {

    static Measured of(Side side, Operation operation, Sweep sweep, long from, Block.Limit limit)
            throws IOException, InterruptedException, ExecutionException {
        Duration before = busy(side.pid());
        Block block = side.run(operation, sweep, from, limit);
        return new Measured(block, busy(side.pid()).minus(before));
    }

    private static Duration busy(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    double microsPerCall() {
        return busy.toNanos() / 1e3 / block.calls();
    }
}
