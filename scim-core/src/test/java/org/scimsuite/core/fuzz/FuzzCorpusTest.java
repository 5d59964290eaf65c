package org.scimsuite.core.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Everything that the fuzzer starts from, findings of earlier runs included, once and without the fuzzer. */
class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> files() {
        return FuzzTarget.ALL.stream().flatMap(target -> target.inputFiles().stream()
                .map(file -> dynamicTest(
                        target + ": " + file.getFileName(), () -> target.run().accept(Files.readAllBytes(file)))));
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return FuzzTarget.ALL.stream().flatMap(target -> {
            List<byte[]> seeds = target.seeds();
            return IntStream.range(0, seeds.size())
                    .mapToObj(index -> dynamicTest(
                            target + ": case " + index, () -> target.run().accept(seeds.get(index))));
        });
    }
}
