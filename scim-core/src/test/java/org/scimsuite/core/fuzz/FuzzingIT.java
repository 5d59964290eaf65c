package org.scimsuite.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the fuzzer (Jazzer) on each target, in a process of its own because it instruments the classes. How long is
 * {@code fuzz.seconds}, on which {@code fuzz.targets}; both are set in the POM.
 */
class FuzzingIT {

    private static final Path WORK = Path.of("target/fuzz");

    /** In a shorter run the JVM's optimizing compiler would take more time than it saves. */
    private static final int WORTH_OPTIMIZING_SECONDS = 60;

    static Stream<FuzzTarget> targets() {
        String chosen = System.getProperty("fuzz.targets");
        return FuzzTarget.ALL.stream()
                .filter(target -> chosen.isBlank() || List.of(chosen.split(",")).contains(target.name()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void targetWhenFuzzedThenNothingIsFound(FuzzTarget target) throws IOException, InterruptedException {
        Path found = Files.createDirectories(WORK.resolve(target.name()));
        Path log = found.resolve("fuzzer.log");

        int status = new ProcessBuilder(command(target, found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        assertThat(status)
                .as(() -> "The fuzzer found something. The input is the file that begins with " + found
                        + "/found-; keep it below " + target.inputFolder() + ", under a name that says what it is.\n"
                        + tail(log))
                .isZero();
    }

    private static List<String> command(FuzzTarget target, Path found) throws IOException {
        String seconds = System.getProperty("fuzz.seconds");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=" + (Integer.parseInt(seconds) < WORTH_OPTIMIZING_SECONDS ? 1 : 4),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.driven().getName(),
                "--instrumentation_includes=org.scimsuite.core.**",
                "--custom_hook_includes=org.scimsuite.core.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + File.separator + "found-",
                "-dict=" + FuzzTarget.INPUTS.resolve("scim.dict"),
                "-max_total_time=" + seconds,
                "-timeout=25"));
        // What this run adds goes to the first folder; a later run of this working copy begins with it.
        command.add(Files.createDirectories(found.resolve("corpus")).toString());
        command.add(target.inputFolder().toString());
        writeSeeds(target, found).map(Path::toString).ifPresent(command::add);
        return command;
    }

    private static Optional<Path> writeSeeds(FuzzTarget target, Path found) throws IOException {
        List<byte[]> seeds = target.seeds();
        Path folder = Files.createDirectories(found.resolve("seeds"));
        for (int index = 0; index < seeds.size(); index++) {
            Files.write(folder.resolve("seed-" + index), seeds.get(index));
        }
        return seeds.isEmpty() ? Optional.empty() : Optional.of(folder);
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "The log " + log + " cannot be read: " + e;
        }
    }
}
