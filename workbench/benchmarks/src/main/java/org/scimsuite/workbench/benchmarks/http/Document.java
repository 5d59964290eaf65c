package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of which one part is written by this tool; the rest belongs to people. */
record Document(Path file) {

    private static final String BEGIN = "<!-- over-http: written by HttpBenchmark, do not edit -->";
    private static final String END = "<!-- over-http: end -->";

    /** Replaces what is between the marks; a document without marks gets them at its end. */
    void replace(String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "# Performance\n";
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        String marked = BEGIN + "\n" + text + "\n" + END;
        String after = begin >= 0 && end > begin
                ? before.substring(0, begin) + marked + before.substring(end + END.length())
                : before + "\n" + marked + "\n";
        Files.writeString(file, after);
    }
}
