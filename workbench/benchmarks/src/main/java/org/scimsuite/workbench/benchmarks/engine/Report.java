package org.scimsuite.workbench.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scimsuite.workbench.benchmarks.engine.EngineComparison.Measured;
import org.scimsuite.workbench.benchmarks.engine.EngineComparison.Row;

/** Writes the comparison as a table of ratios, between two markers of a Markdown document. */
final class Report {

    private static final String BEGIN = "<!-- engine comparison: written by the command below -->\n";
    private static final String END = "<!-- end of the engine comparison -->\n";

    private Report() {}

    static void write(Path document, List<Row> rows, int iterations) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(document + " has no place for the table");
        }
        String table = table(rows, iterations);
        Files.writeString(document, text.substring(0, begin) + BEGIN + table + text.substring(end));
        System.out.println(table);
    }

    private static String table(List<Row> rows, int iterations) {
        StringBuilder table = new StringBuilder(
                "\n| work | ours | faster than the best other | aim | bytes allocated: ours, leanest other |"
                        + " left out, as the result was wrong |\n|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            table.append("| ").append(row.work().title());
            table.append(" | ").append(time(row.ours().nanos()));
            table.append(" | ").append(speed(row));
            table.append(" | ").append(row.work().aim());
            table.append(" | ").append(memory(row));
            table.append(" | ").append(leftOut(row)).append(" |\n");
        }
        return table.append("\nEach cell: one JVM, %d s of warm-up, %d measurements of 1 s. Java %s, %d processors.\n\n"
                        .formatted(
                                iterations,
                                iterations,
                                Runtime.version().feature(),
                                Runtime.getRuntime().availableProcessors()))
                .toString();
    }

    private static String time(double nanos) {
        return nanos < 10_000 ? "%.0f ns".formatted(nanos) : "%.0f µs".formatted(nanos / 1000);
    }

    private static String speed(Row row) {
        return best(row, Comparator.comparingDouble(Measured::nanos), other -> "**%s×** (%s)"
                .formatted(
                        number(other.nanos() / row.ours().nanos()),
                        other.engine().title()));
    }

    private static String memory(Row row) {
        return best(row, Comparator.comparingDouble(Measured::bytes), other -> "%.0f, %.0f (%s)"
                .formatted(row.ours().bytes(), other.bytes(), other.engine().title()));
    }

    private static String best(
            Row row, Comparator<Measured> order, java.util.function.Function<Measured, String> cell) {
        return row.others().stream()
                .min(order)
                .map(cell)
                .orElse(row.work().engines().size() == 1 ? "" : "no other engine is right");
    }

    private static String leftOut(Row row) {
        return row.wrong().entrySet().stream()
                .map(wrong -> wrong.getKey().title() + " (" + wrong.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
