package org.scimsuite.core.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.scimsuite.core.dialect.Tolerance;

/** Test cases that are data files below {@code corpus/}. */
public final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    public static JsonNode read(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream("/corpus/" + file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One test per element of the list. */
    public static Stream<DynamicTest> tests(JsonNode cases, String nameMember, Consumer<JsonNode> test) {
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.get(nameMember).asText(), () -> test.accept(each)));
    }

    public static Optional<String> text(JsonNode each, String member) {
        return Optional.ofNullable(each.get(member)).map(JsonNode::asText);
    }

    /** The sentences of the tolerances that a case names in {@code notes}. */
    public static List<String> notes(JsonNode each) {
        List<String> sentences = new ArrayList<>();
        each.path("notes")
                .forEach(name -> sentences.add(Tolerance.valueOf(name.asText()).sentence()));
        return sentences;
    }
}
