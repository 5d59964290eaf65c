package org.scimsuite.workbench.benchmarks.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    /** What an engine prints of its input is not the work that is compared, and goes nowhere. */
    @Setup
    public void prepare() throws Exception {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        task = work.prepare(engine.open());
    }

    @Benchmark
    public Object run() throws Exception {
        return task.run();
    }
}
