package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of which one part is written by a tool; the rest belongs to people. */
public final class Document {

    private final Path file;
    private final String begin;
    private final String end;

    private Document(Path file, String begin, String end) {
        this.file = file;
        this.begin = begin;
        this.end = end;
    }

    /**
     * A part of a document.
     *
     * @param part its name
     * @param tool who writes it
     */
    public static Document of(Path file, String part, String tool) {
        return new Document(
                file, "<!-- " + part + ": written by " + tool + ", do not edit -->", "<!-- " + part + ": end -->");
    }

    /** Replaces what is between the marks; a document without marks gets them at its end. */
    public void replace(String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "# Performance\n";
        int from = before.indexOf(begin);
        int to = before.indexOf(end);
        String marked = begin + "\n" + text + "\n" + end;
        String after = from >= 0 && to > from
                ? before.substring(0, from) + marked + before.substring(to + end.length())
                : before + "\n" + marked + "\n";
        Files.writeString(file, after);
    }
}
