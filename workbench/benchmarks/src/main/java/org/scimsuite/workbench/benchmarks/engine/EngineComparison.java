package org.scimsuite.workbench.benchmarks.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Checks every engine's results, measures those that are right, and writes the table. Arguments: the Markdown file to write
 * into, the folder for JMH's own results, the iterations of each measurement, and optionally the kinds of work to do.
 */
public final class EngineComparison {

    private EngineComparison() {}

    public static void main(String[] arguments) throws Exception {
        Path document = Path.of(arguments[0]);
        Path results = Path.of(arguments[1]);
        int iterations = Integer.parseInt(arguments[2]);
        List<Work> kinds = new ArrayList<>();
        for (int index = 3; index < arguments.length; index++) {
            kinds.add(Work.valueOf(arguments[index]));
        }
        if (kinds.isEmpty()) {
            kinds.addAll(List.of(Work.values()));
        }
        List<Row> rows = new ArrayList<>();
        for (Work work : kinds) {
            Map<Engines, String> wrong = wrong(work);
            if (wrong.containsKey(Engines.SCIM_SUITE)) {
                throw new IllegalStateException("Our own result is wrong: " + work + ", " + wrong);
            }
            rows.add(new Row(work, measure(work, wrong, results, iterations), wrong));
        }
        Report.write(document, rows, iterations);
    }

    /** The engines whose result differs from what the RFC says, and how it showed. */
    private static Map<Engines, String> wrong(Work work) {
        Map<Engines, String> wrong = new EnumMap<>(Engines.class);
        for (Engines engine : work.engines()) {
            try {
                if (!work.isRight(engine.open())) {
                    wrong.put(engine, "another result");
                }
            } catch (Exception e) {
                wrong.put(engine, e.getClass().getSimpleName());
            }
        }
        return wrong;
    }

    private static List<Measured> measure(Work work, Map<Engines, String> wrong, Path results, int iterations)
            throws RunnerException {
        String[] right = work.engines().stream()
                .filter(engine -> !wrong.containsKey(engine))
                .map(Enum::name)
                .toArray(String[]::new);
        Options options = new OptionsBuilder()
                .include(EngineBenchmark.class.getName())
                .param("work", work.name())
                .param("engine", right)
                .forks(1)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(results.resolve(work + ".json").toString())
                .build();
        List<Measured> measured = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            measured.add(new Measured(
                    Engines.valueOf(result.getParams().getParam("engine")),
                    result.getPrimaryResult().getScore(),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()));
        }
        return measured;
    }

    /**
     * What one engine needed for one execution.
     *
     * @param nanos on average
     * @param bytes allocated
     */
    record Measured(Engines engine, double nanos, double bytes) {}

    /** One kind of work by all engines that do it rightly. */
    record Row(Work work, List<Measured> measured, Map<Engines, String> wrong) {
        Measured ours() {
            return measured.stream()
                    .filter(each -> each.engine() == Engines.SCIM_SUITE)
                    .findFirst()
                    .orElseThrow();
        }

        List<Measured> others() {
            return measured.stream()
                    .filter(each -> each.engine() != Engines.SCIM_SUITE)
                    .toList();
        }
    }
}
