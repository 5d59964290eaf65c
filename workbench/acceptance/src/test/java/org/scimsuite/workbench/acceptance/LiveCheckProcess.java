package org.scimsuite.workbench.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code docs/live-check/LiveCheck.java} as somebody runs it who has a JDK and nothing else; nobody answers its questions.
 *
 * @param output what it printed
 * @param report what it wrote down; empty when it wrote no file
 */
record LiveCheckProcess(int exitCode, String output, String report) {

    /**
     * Runs it to its end.
     *
     * @param folder empty; the report is written there
     * @param credentials environment variables
     */
    static LiveCheckProcess run(Path folder, Map<String, String> credentials, String... arguments)
            throws IOException, InterruptedException {
        Path root =
                Path.of(System.getProperty("acceptance.root")).toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                root.resolve("docs/live-check/LiveCheck.java").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile("nobody", "answers").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SCIM_"));
        builder.environment().putAll(credentials);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new LiveCheckProcess(process.waitFor(), output, report(folder));
    }

    private static String report(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> reports = files.toList();
            return reports.isEmpty() ? "" : Files.readString(reports.get(0));
        }
    }
}
