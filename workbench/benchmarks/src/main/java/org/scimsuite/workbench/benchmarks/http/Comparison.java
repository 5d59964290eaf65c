package org.scimsuite.workbench.benchmarks.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The rounds of one operation; each holds one block of each side, measured right after one another. */
final class Comparison {

    static final String HEADER = """
            | | ours: per s | p50 / p99 ms | bare statements: per s | ours is | target | bare statements behind HTTP: per s | ours is | processor time of a request: ours, behind HTTP |
            |---|---|---|---|---|---|---|---|---|""";

    /** One block of each side. */
    record Round(Measured ours, Measured statements, Measured overHttp) {}

    private final Operation operation;
    private final List<Round> rounds = new ArrayList<>();

    Comparison(Operation operation) {
        this.operation = operation;
    }

    void add(Round round) {
        rounds.add(round);
    }

    /** A line of a Markdown table; each number is the median of the rounds. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f / %.1f | %,.0f | **%.0f %%** | ≥ %d %% | %,.0f | %.0f %% | %,.0f µs, %,.0f µs |",
                operation.title(),
                median(round -> perSecond(round.ours())),
                median(round -> round.ours().block().percentile(50)),
                median(round -> round.ours().block().percentile(99)),
                median(round -> perSecond(round.statements())),
                median(round -> 100 * perSecond(round.ours()) / perSecond(round.statements())),
                operation.target(),
                median(round -> perSecond(round.overHttp())),
                median(round -> 100 * perSecond(round.ours()) / perSecond(round.overHttp())),
                median(round -> round.ours().microsPerCall()),
                median(round -> round.overHttp().microsPerCall()));
    }

    private static double perSecond(Measured measured) {
        return measured.block().perSecond();
    }

    private double median(ToDoubleFunction<Round> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
