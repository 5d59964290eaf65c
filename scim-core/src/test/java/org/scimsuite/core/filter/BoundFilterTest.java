package org.scimsuite.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;

class BoundFilterTest {

    private static final JsonNode EVALUATE = Corpus.read("filter/evaluate.json");
    private static final Map<String, ScimResource> RESOURCES = resources();

    private static Map<String, ScimResource> resources() {
        ResourceReader reader = new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT);
        Map<String, ScimResource> resources = new LinkedHashMap<>();
        EVALUATE.get("resources")
                .properties()
                .forEach(entry -> resources.put(
                        entry.getKey(), reader.readStored(entry.getValue().toString())));
        return resources;
    }

    @TestFactory
    Stream<DynamicTest> evaluation() {
        return Corpus.tests(EVALUATE.get("cases"), "filter", BoundFilterTest::check);
    }

    private static void check(JsonNode each) {
        String source = each.get("filter").asText();
        if (each.has("error")) {
            assertInvalid(source, new Notes(), each.get("error").asText());
            return;
        }
        Notes notes = new Notes();
        BoundFilter filter = BoundFilter.bind(FilterParser.parse(source), CoreSchemas.user(), notes);
        assertThat(RESOURCES.entrySet().stream()
                        .filter(entry -> filter.matches(entry.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactlyElementsOf(
                        StreamSupport.stream(each.get("matches").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList());
        assertThat(notes.all()).isEqualTo(Corpus.notes(each));
        if (each.has("strict")) {
            assertInvalid(source, new Notes(Dialect.STRICT), each.get("strict").asText());
        }
    }

    private static void assertInvalid(String source, Notes notes, String detail) {
        Filter filter = FilterParser.parse(source);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BoundFilter.bind(filter, CoreSchemas.user(), notes))
                .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_FILTER))
                .withMessageContaining(detail);
    }

    @TestFactory
    Stream<DynamicTest> requiredText() {
        return Corpus.tests(Corpus.read("filter/required-text.json"), "filter", each -> {
            Filter filter = FilterParser.parse(each.get("filter").asText());
            BoundFilter bound = BoundFilter.bind(filter, CoreSchemas.user());
            assertThat(bound.requiredText(each.get("path").asText())).isEqualTo(Corpus.text(each, "text"));
        });
    }
}
