package org.scimsuite.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.schema.CoreSchemas;

class BundleCorpusTest {

    private static final List<String> ADMINISTRATORS = List.of("jira-administrators");

    static byte[] bytes(String file) {
        try (InputStream in = BundleCorpusTest.class.getResourceAsStream("/corpus/bundle/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid-empty.json", "valid-everything.json"})
    void validWhenReadAndWrittenThenIsTheSameDocument(String file) {
        MappingBundle bundle = BundleReader.read(bytes(file), CoreSchemas.user(), ADMINISTRATORS);
        String written = BundleWriter.write(bundle);

        assertThat(Corpus.parse(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(Corpus.parse(bytes(file)));
        assertThat(BundleReader.read(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(bundle);
    }

    @Test
    void writeWhenNothingIsMappedThenIsExactlyTheFile() {
        byte[] file = bytes("valid-empty.json");

        assertThat(BundleWriter.write(BundleReader.read(file))).isEqualTo(new String(file, StandardCharsets.UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> invalid() {
        return Corpus.tests(Corpus.read("bundle/invalid.json"), "file", BundleCorpusTest::checkInvalid);
    }

    /** Each problem of a file, in the order of the document. */
    private static void checkInvalid(JsonNode each) {
        byte[] file = bytes(each.get("file").asText());
        InvalidBundleException refused = catchThrowableOfType(
                InvalidBundleException.class, () -> BundleReader.read(file, CoreSchemas.user(), ADMINISTRATORS));
        List<String> expected = new ArrayList<>();
        each.get("problems").forEach(problem -> expected.add(problem.asText()));

        assertThat(refused.problems()).extracting(BundleProblem::toString).containsExactlyElementsOf(expected);
    }

    @Test
    void schemaWhenComparedWithTheReaderThenIsThePublishedOne() throws IOException {
        assertThat(Path.of("../docs/mapping-bundle.schema.json")).hasContent(JsonSchemaWriter.write());
        assertThat(Files.readString(Path.of("../docs/mapping-bundle.schema.json")))
                .endsWith("}\n");
    }

    @Test
    void readWhenADocumentIsLargerThanTheLimitThenRefused() {
        InvalidBundleException refused = catchThrowableOfType(
                InvalidBundleException.class, () -> BundleReader.read(new byte[LocatedJson.MAX_BYTES + 1]));

        assertThat(refused).hasMessageContaining("larger than");
    }
}
