package org.scimsuite.core.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is fuzzed. The inputs that are kept, findings of earlier runs among them, are files below {@code fuzz/<name>}; the
 * cases of the corpora serve as further seeds.
 *
 * @param driven the class that the fuzzer drives
 * @param run the same by hand
 */
record FuzzTarget(String name, Class<?> driven, Consumer<byte[]> run, Supplier<Stream<byte[]>> cases) {

    static final List<FuzzTarget> ALL = List.of(
            new FuzzTarget("json", JsonFuzz.class, JsonFuzz::fuzzerTestOneInput, JsonFuzz::seeds),
            new FuzzTarget("filter", FilterFuzz.class, FilterFuzz::fuzzerTestOneInput, FilterFuzz::seeds),
            new FuzzTarget("path", PathFuzz.class, PathFuzz::fuzzerTestOneInput, PathFuzz::seeds),
            new FuzzTarget("patch", PatchFuzz.class, PatchFuzz::fuzzerTestOneInput, PatchFuzz::seeds),
            new FuzzTarget("endpoint", EndpointFuzz.class, EndpointFuzz::fuzzerTestOneInput, Stream::empty));

    /** Relative to the module, where Maven runs tests. */
    static final Path INPUTS = Path.of("src/test/resources/fuzz");

    List<byte[]> seeds() {
        return cases.get().toList();
    }

    Path inputFolder() {
        return INPUTS.resolve(name);
    }

    List<Path> inputFiles() {
        try (Stream<Path> files = Files.list(inputFolder())) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
