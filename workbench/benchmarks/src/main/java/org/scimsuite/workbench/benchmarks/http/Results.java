package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of the document. It is written anew with each of them, so that a run that is stopped leaves what it has measured. */
final class Results {

    private static final String STOPPED = "**This run was stopped before its end:** what is not here was not measured.";

    private final Settings settings;
    private final List<String> lines = new ArrayList<>();

    Results(Settings settings) {
        this.settings = settings;
    }

    void add(String line) throws IOException {
        System.out.println(line);
        lines.add(line);
        write(STOPPED);
    }

    /** Everything was measured. */
    void end() throws IOException {
        write("");
    }

    private void write(String remark) throws IOException {
        Document.of(settings.document(), "over-http", "HttpBenchmark").replace(Report.of(settings, remark, lines));
    }
}
