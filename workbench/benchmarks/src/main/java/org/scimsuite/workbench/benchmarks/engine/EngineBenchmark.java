package org.scimsuite.workbench.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One kind of work by one engine, each in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {

    @Param("PARSE_SIMPLE")
    public Work work;

    @Param("SCIM_SUITE")
    public Engines engine;

    private Work.Task task;

    @Setup
    public void prepare() throws Exception {
        task = work.prepare(engine.open());
    }

    @Benchmark
    public Object run() throws Exception {
        return task.run();
    }
}
