package org.scimsuite.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{1} is as expected by {0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    "ana"        | "ana"
                    7            | 7.0
                    true         | true
                    null         | null
                    "~a.a"       | "ana"
                    "~\\\\d+"    | 17
                    "@present"   | ""
                    "@absent"    |
                    "@size=2"    | [1, 2]
                    {"a": 1}     | {"a": 1}
                    """)
    void mismatchWhenTheValueFitsThenEmpty(String expected, String actual) throws IOException {
        assertThat(Comparison.mismatch("it", json(expected), json(actual))).isEmpty();
    }

    @ParameterizedTest(name = "{1} is not what {0} expects")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    "ana"        | "Ana"
                    "7"          | 7
                    7            | "7"
                    true         | "true"
                    false        |
                    "~a.a"       | "anna"
                    "@present"   |
                    "@present"   | null
                    "@absent"    | null
                    "@size=2"    | [1]
                    "@size=0"    |
                    """)
    void mismatchWhenTheValueDiffersThenSaysWhatIsWrong(String expected, String actual) throws IOException {
        JsonNode rule = json(expected);

        assertThat(Comparison.mismatch("it", rule, json(actual)))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("it should be " + rule));
    }

    private static JsonNode json(String text) throws IOException {
        return text == null ? MissingNode.getInstance() : JSON.readTree(text);
    }
}
