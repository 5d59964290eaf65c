package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.workbench.conformance.Requirement;

/** The order of values of every type. */
class SortValueTest {

    private final ResourceReader reader = new ResourceReader(AllTypes.THING, ReadOptions.DEFAULT);

    @ParameterizedTest(name = "{0}: {1} {3} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "string       | \"a\"                         | \"B\"                         | <",
                "string       | \"A\"                         | \"a\"                         | =",
                "string       | \"ß\"                         | \"z\"                         | >",
                "string       | \"I\"                         | \"i\"                         | =",
                "reference    | \"urn:B\"                     | \"urn:a\"                     | <",
                "binary       | \"QQ==\"                      | \"aa==\"                      | <",
                "boolean      | false                         | true                          | <",
                "integer      | 9                             | 10                            | <",
                "integer      | -1                            | 0                             | <",
                "decimal      | 1.0                           | 1                             | =",
                "decimal      | 1.5                           | 1.25                          | >",
                "dateTime     | \"2026-01-01T01:00:00+02:00\" | \"2025-12-31T23:30:00Z\"      | <",
                "dateTime     | \"2026-01-01T01:00:00+01:00\" | \"2026-01-01T00:00:00Z\"      | =",
                "dateTime     | \"2026-01-01T00:00:00.001Z\"  | \"2026-01-01T00:00:00Z\"      | >",
                "string       | null                          | \"zz\"                        | >",
                "string       | null                          | null                          | =",
                "stringList   | [\"b\",\"z\"]                 | [\"c\",\"a\"]                 | <",
                "complex.integer | {\"integer\":2}            | {\"integer\":10}              | <",
                "complexList.string | [{\"string\":\"b\"},{\"string\":\"a\"}] | [{\"string\":\"c\"}] | <",
                "complexList.string | [{\"integer\":1},{\"string\":\"a\"}] | [{\"string\":\"c\"}] | >",
            })
    @Requirement({"C279", "C280", "C281", "C282", "C284"})
    void compareWhenValuesAreOfAnyTypeThenByThatType(String path, String one, String other, char expected) {
        int order = value(path, one).compareTo(value(path, other));

        assertThat(Integer.signum(order)).isEqualTo(expected == '<' ? -1 : expected == '>' ? 1 : 0);
        assertThat(Integer.signum(value(path, other).compareTo(value(path, one))))
                .isEqualTo(-Integer.signum(order));
    }

    private SortValue value(String path, String json) {
        String attribute = path.split("\\.", 2)[0];
        String body = "{\"schemas\":[\"" + AllTypes.SCHEMA + "\"],\"" + attribute + "\":" + json + "}";
        return SortValue.of(
                reader.readForCreate(body.getBytes(StandardCharsets.UTF_8), new Notes()),
                Optional.of(path).flatMap(AllTypes.THING::resolve).orElseThrow());
    }
}
