package org.scimsuite.workbench.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The requirements, and what is said about those that no test shows. Data files beside this class, separated by tabs.
 *
 * @param lines in the order of the checklist
 * @param notApplicable identifier to the reason why the line does not bind this server, and where it is dealt with
 * @param open identifier to what is missing; to be empty
 */
public record Checklist(List<Line> lines, Map<String, String> notApplicable, Map<String, String> open) {

    public Checklist {
        lines = List.copyOf(lines);
        notApplicable = Collections.unmodifiableMap(new LinkedHashMap<>(notApplicable));
        open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    }

    /**
     * Reads the checklist of this project.
     *
     * @throws IllegalStateException when a row has too few or too many columns, or an identifier occurs twice in one file
     */
    public static Checklist read() {
        List<Line> lines = rows("requirements.tsv", 5).values().stream()
                .map(row -> new Line(row[0], row[1], row[2], row[3], row[4]))
                .toList();
        return new Checklist(lines, reasons("not-applicable.tsv"), reasons("open.tsv"));
    }

    private static Map<String, String> reasons(String file) {
        Map<String, String> reasons = new LinkedHashMap<>();
        rows(file, 2).forEach((id, row) -> reasons.put(id, row[1]));
        return reasons;
    }

    private static Map<String, String[]> rows(String file, int columns) {
        Map<String, String[]> rows = new LinkedHashMap<>();
        try (InputStream in = Checklist.class.getResourceAsStream("/conformance/" + file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(row -> !row.isBlank()).forEach(row -> {
                String[] cells = row.split("\t", -1);
                if (cells.length != columns || cells[columns - 1].isBlank()) {
                    throw new IllegalStateException(file + " wants " + columns + " columns: " + row);
                }
                if (rows.put(cells[0], cells) != null) {
                    throw new IllegalStateException(file + " has " + cells[0] + " twice.");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
