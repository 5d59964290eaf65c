package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the operating system says about a process's memory, in MiB. */
public record Memory(long resident, long peak) {

    /** Only where there is a {@code /proc}. */
    public static Memory of(long pid) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        return new Memory(value(status, "VmRSS:"), value(status, "VmHWM:"));
    }

    private static long value(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d MiB (at its peak %d MiB)", resident, peak);
    }
}
