package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.conformance.Conformance;

/** Holds {@code docs/conformance.md} to the tests; with {@code mvn -Pconformance} it is written anew. Needs no host. */
class ConformanceTest {

    private final Path root = Path.of(System.getProperty("acceptance.root"));
    private final Conformance conformance = Conformance.of(root);

    @Test
    void checklistWhenComparedWithTheTestsThenEachLineHasATestOrAReason() {
        assertThat(conformance.problems()).isEmpty();
    }

    @Test
    void documentWhenComparedWithTheTestsThenItSaysTheSame() throws IOException {
        Path document = root.resolve("docs/conformance.md");
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(document, conformance.document());
        }

        assertThat(document)
                .as("docs/conformance.md is written from the tests: run \"mvn -Pconformance\" and commit it.")
                .content()
                .isEqualTo(conformance.document());
    }
}
