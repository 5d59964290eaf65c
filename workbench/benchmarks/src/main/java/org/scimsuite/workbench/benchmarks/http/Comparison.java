package org.scimsuite.workbench.benchmarks.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rounds of one operation; each holds one block of each side, measured right after one another. */
final class Comparison {

    static final String HEADER = """
            | | ours: per s | p50 / p99 ms | bare statements: per s | ours is | target | bare statements behind HTTP: per s | ours is |
            |---|---|---|---|---|---|---|---|
            """;

    /** One block of each side. */
    record Round(Block ours, Block statements, Block overHttp) {}

    private final Operation operation;
    private final List<Round> rounds = new ArrayList<>();

    Comparison(Operation operation) {
        this.operation = operation;
    }

    void add(Round round) {
        rounds.add(round);
    }

    double oursPerSecond() {
        return median(round -> round.ours().perSecond());
    }

    /** A line of a Markdown table; each number is the median of the rounds. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f / %.1f | %,.0f | **%.0f %%** | ≥ %d %% | %,.0f | %.0f %% |",
                operation.title(),
                oursPerSecond(),
                median(round -> round.ours().percentile(50)),
                median(round -> round.ours().percentile(99)),
                median(round -> round.statements().perSecond()),
                median(round ->
                        100 * round.ours().perSecond() / round.statements().perSecond()),
                operation.target(),
                median(round -> round.overHttp().perSecond()),
                median(round ->
                        100 * round.ours().perSecond() / round.overHttp().perSecond()));
    }

    private double median(Function<Round, Double> number) {
        List<Double> sorted = rounds.stream().map(number).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
