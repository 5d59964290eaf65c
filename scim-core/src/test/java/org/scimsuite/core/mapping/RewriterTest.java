package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;

class RewriterTest {

    @TestFactory
    Stream<DynamicTest> patterns() {
        return Corpus.tests(Corpus.read("mapping/rewrite.json").get("patterns"), "name", RewriterTest::check);
    }

    private static void check(JsonNode each) {
        String pattern = each.get("pattern").asText();
        String template = each.get("template").asText();
        LetterCase letterCase =
                Corpus.text(each, "case").map(LetterCase::valueOf).orElse(LetterCase.AS_IS);
        if (each.has("error")) {
            assertThatExceptionOfType(InvalidMappingException.class)
                    .isThrownBy(() -> Rewriter.of(pattern, template, letterCase))
                    .withMessageContaining(each.get("error").asText());
            return;
        }
        assertThat(Rewriter.of(pattern, template, letterCase)
                        .rewrite(each.get("given").asText()))
                .isEqualTo(Corpus.text(each, "expected"));
    }

    /** With backtracking, these would take longer than the universe has time. */
    @Test
    void rewriteWhenPatternWouldBacktrackForEverThenAnswers() {
        for (String pattern : List.of("(a+)+b", "(a|aa)+b", "(a|a?)+b", "(.*)*b", "(a*)*(a*)*b")) {
            assertThat(Rewriter.of(pattern, "x", LetterCase.AS_IS).rewrite("a".repeat(10_000)))
                    .as(pattern)
                    .isEmpty();
        }
    }

    @Test
    void fillWhenAPlaceholderHasNoValueThenThereIsNoText() {
        Template template = Template.parse("${name.givenName} ${urn:a:2.0:User:division}$$");

        assertThat(template.placeholders()).containsExactly("name.givenName", "urn:a:2.0:User:division");
        assertThat(template.fill(Optional::of)).hasValue("name.givenName urn:a:2.0:User:division$");
        assertThat(template.fill(name -> name.startsWith("urn:") ? Optional.empty() : Optional.of(name)))
                .isEmpty();
    }

    @Test
    void parseWhenTextIsTooLongThenRefused() {
        String longest = "a".repeat(1_000);

        assertThat(Template.parse(longest).fill(name -> Optional.empty())).hasValue(longest);
        assertThat(NamePattern.compile(longest).matches(longest)).isTrue();
        assertThatExceptionOfType(InvalidMappingException.class).isThrownBy(() -> Template.parse(longest + "a"));
        assertThatExceptionOfType(InvalidMappingException.class).isThrownBy(() -> NamePattern.compile(longest + "a"));
    }
}
