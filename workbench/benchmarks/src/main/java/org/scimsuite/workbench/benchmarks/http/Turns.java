package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Measures sides, and knows how far each operation has got on the database that they share. */
final class Turns {

    private final Map<Operation, Long> next = new EnumMap<>(Operation.class);

    /** The number that the next call has. */
    long next(Operation operation) {
        return next.getOrDefault(operation, 0L);
    }

    /** Notes calls that were not measured. */
    void skip(Operation operation, long calls) {
        next.merge(operation, calls, Long::sum);
    }

    Measured take(Side side, Operation operation, Sweep sweep, Block.Limit limit)
            throws IOException, InterruptedException, ExecutionException {
        Measured measured = Measured.of(side, operation, sweep, next(operation), limit);
        skip(operation, measured.block().calls());
        return measured;
    }
}
