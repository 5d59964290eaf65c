package org.scimsuite.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.workbench.conformance.Requirement;

class FilterParserTest {

    @TestFactory
    Stream<DynamicTest> corpus() {
        return Corpus.tests(Corpus.read("filter/parse.json"), "title", FilterParserTest::check);
    }

    private static void check(JsonNode each) {
        String source = each.get("source").asText();
        if (each.has("error")) {
            assertInvalid(source, new Notes(), each.get("error").asText());
            return;
        }
        Notes notes = new Notes();
        Filter filter = FilterParser.parse(source, notes);
        assertThat(filter).hasToString(each.get("prints").asText());
        assertThat(FilterParser.parse(filter.toString())).isEqualTo(filter);
        assertThat(notes.all()).isEqualTo(Corpus.notes(each));
        if (each.has("strict")) {
            assertInvalid(source, new Notes(Dialect.STRICT), each.get("strict").asText());
        } else {
            assertThat(FilterParser.parse(source, new Notes(Dialect.STRICT))).isEqualTo(filter);
        }
    }

    private static void assertInvalid(String source, Notes notes, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> FilterParser.parse(source, notes))
                .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_FILTER))
                .withMessageContaining(detail);
    }

    @Test
    @Requirement("C253")
    void parseWhenParenthesesAreNestedFiftyDeepThenAcceptsAndRefusesOneMore() {
        assertThat(FilterParser.parse(nested(50))).hasToString("a pr");
        assertThatThrownBy(() -> FilterParser.parse(nested(51))).hasMessageContaining("nested more than 50 deep");
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "a pr" + ")".repeat(depth);
    }

    @Test
    @Requirement("C275")
    void parseWhenThereAreTwoHundredComparisonsThenAcceptsAndRefusesOneMore() {
        assertThat(FilterParser.parse("a pr" + " or a pr".repeat(199))).isNotNull();
        assertThatThrownBy(() -> FilterParser.parse("a pr" + " or a pr".repeat(200)))
                .hasMessageContaining("more than 200 comparisons");
    }

    @Test
    @Requirement("C275")
    void parseWhenTextIsTooLongThenRefusesItUnread() {
        assertThatThrownBy(() -> FilterParser.parse("a eq \"" + "x".repeat(10_000) + "\""))
                .hasMessageContaining("longer than 10000 characters");
    }

    @Test
    void parseWhenAQuotedValueIsOutOfPlaceThenDoesNotRepeatIt() {
        assertThatThrownBy(() -> FilterParser.parse("a eq \"b\" \"secret\""))
                .hasMessageContaining("found a quoted value")
                .hasMessageNotContaining("secret");
    }

    @Test
    void parsePathWhenItHasAFilterThenSplitsIt() {
        PathExpression path = FilterParser.parsePath("addresses[type eq \"work\"].streetAddress", new Notes());
        assertThat(path.attribute()).hasToString("addresses");
        assertThat(path.filter().orElseThrow()).hasToString("type eq \"work\"");
        assertThat(path.subAttribute()).contains("streetAddress");
        assertThat(path).hasToString("addresses[type eq \"work\"].streetAddress");
    }

    @Test
    @Requirement("C360")
    void parsePathWhenItIsMalformedThenIsAnInvalidPath() {
        for (String path :
                new String[] {"emails[", "emails[type]", "a b", "emails[type eq \"w\"]value", ".a", "a..b"}) {
            assertThatExceptionOfType(ScimException.class)
                    .as(path)
                    .isThrownBy(() -> FilterParser.parsePath(path, new Notes()))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_PATH))
                    .withMessageStartingWith("The path cannot be read at position");
        }
    }

    /** Paths that were read before are kept at places that words of the same letters' sum share. */
    @Test
    void pathWhenAnotherWordHasItsPlaceThenItIsReadAsWritten() {
        for (String word :
                List.of("Aa", "BB", "Aa", "aA", "userName", "USERNAME", "userName", "name.familyName", "name")) {
            assertThat(FilterParser.parse(word + " pr")).hasToString(word + " pr");
        }
    }
}
