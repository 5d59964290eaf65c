package org.scimsuite.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.testkit.Allocations;

/** Filters that want to be expensive: twice the text costs about twice the memory, or is refused. */
class PathologicalFilterTest {

    static Stream<Arguments> growing() {
        return Stream.of(
                shape("nested parentheses", n -> "(".repeat(n) + "userName pr" + ")".repeat(n), 20),
                shape("a chain of and", n -> "userName pr" + " and userName pr".repeat(n), 80),
                shape("a chain of or", n -> "userName pr" + " or userName pr".repeat(n), 80),
                shape("not in not", n -> "not (".repeat(n) + "userName pr" + ")".repeat(n), 20),
                shape("a long text", n -> "userName eq \"" + "a".repeat(n) + "\"", 4_000),
                shape("a long text of escapes", n -> "userName eq \"" + "\\n".repeat(n) + "\"", 2_000),
                shape("a long text of unicode escapes", n -> "userName eq \"" + "\\u00e9".repeat(n) + "\"", 700),
                shape("a long name", n -> "a".repeat(n) + " pr", 4_000),
                shape("blanks", n -> "userName" + " ".repeat(n) + "pr", 4_000),
                shape("a long number", n -> "userName eq 1" + "0".repeat(n), 2_000));
    }

    private static Arguments shape(String name, IntFunction<String> text, int size) {
        return Arguments.of(name, text, size);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("growing")
    void twiceTheFilterTakesAboutTwiceTheMemory(String name, IntFunction<String> text, int size) {
        String half = text.apply(size);
        String whole = text.apply(2 * size);

        long forHalf = Allocations.of(() -> FilterParser.parse(half));
        long forWhole = Allocations.of(() -> FilterParser.parse(whole));

        assertThat(forWhole).as(name).isLessThan(3 * forHalf + 4_096);
    }

    static Stream<String> tooMuch() {
        return Stream.of(
                "(".repeat(51) + "userName pr" + ")".repeat(51),
                "userName pr" + " or userName pr".repeat(200),
                "not (".repeat(51) + "userName pr" + ")".repeat(51),
                "userName eq \"" + "a".repeat(10_000) + "\"",
                "(".repeat(9_000),
                "[".repeat(9_000),
                "\"\\".repeat(4_000));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatGoesBeyondTheLimitsIsRefused(String filter) {
        assertThatThrownBy(() -> FilterParser.parse(filter))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        refusal -> assertThat(refusal.error().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @MethodSource("withinLimits")
    void whatKeepsToTheLimitsIsRead(String filter) {
        assertThat(FilterParser.parse(filter)).isNotNull();
    }

    static Stream<String> withinLimits() {
        return Stream.of(
                "(".repeat(50) + "userName pr" + ")".repeat(50),
                "userName pr" + " or userName pr".repeat(199),
                "userName eq \"" + "a".repeat(9_986) + "\"");
    }
}
