package org.scimsuite.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    @TempDir
    Path folder;

    @Test
    void belowWhenACaseNamesRequirementsThenFileAndTitleAreTheProof() throws IOException {
        Path file = Files.createDirectories(folder.resolve("okta")).resolve("day.json");
        Files.writeString(file, """
                {"title": "A day", "requirements": ["C001"], "steps": [
                  {"title": "One", "requirements": ["C002", "C003"]},
                  {"filter": "a eq 1", "requirements": ["C004"]},
                  {"title": "Two"}]}
                """);
        Files.writeString(folder.resolve("other.json"), "{\"title\": \"Nothing\"}");

        assertThat(DataFiles.below(folder)).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("okta/day.json");
            assertThat(found.proofs())
                    .containsExactly(
                            new Proof("C001", "okta/day.json: A day"),
                            new Proof("C002", "okta/day.json: One"),
                            new Proof("C003", "okta/day.json: One"),
                            new Proof("C004", "okta/day.json: a eq 1"));
        });
    }
}
