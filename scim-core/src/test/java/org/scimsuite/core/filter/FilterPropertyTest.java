package org.scimsuite.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.filter.Filter.And;
import org.scimsuite.core.filter.Filter.Comparison;
import org.scimsuite.core.filter.Filter.Literal;
import org.scimsuite.core.filter.Filter.Not;
import org.scimsuite.core.filter.Filter.Or;
import org.scimsuite.core.filter.Filter.Present;
import org.scimsuite.core.filter.Filter.ValuePath;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.schema.AttributePath;

/** What holds for every filter, not only for those somebody thought of. */
class FilterPropertyTest {

    private static final int DEPTH = 4;

    @Property(tries = 1000)
    void aPrintedFilterIsReadAsTheSameFilter(@ForAll("filters") Filter filter) {
        assertThat(FilterParser.parse(filter.toString())).isEqualTo(filter);
    }

    @Property(tries = 500)
    void printingIsTheSameForWhatWasPrintedAndRead(@ForAll("filters") Filter filter) {
        String printed = filter.toString();

        assertThat(FilterParser.parse(printed)).hasToString(printed);
    }

    @Property(tries = 1000)
    void wordsOfTheGrammarAreReadInAnyCase(@ForAll Operator operator, @ForAll("names") String name) {
        Filter lower = FilterParser.parse("not (" + name + " " + operator.word() + " 1) and " + name + " pr");
        Filter upper = FilterParser.parse("NOT (" + name + " " + operator.name() + " 1) AND " + name + " PR");

        assertThat(upper).isEqualTo(lower);
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefusedAsAFilter(@ForAll("almostFilters") String text) {
        try {
            assertThat(FilterParser.parse(text)).isNotNull();
        } catch (ScimException e) {
            assertThat(e.error().status()).isEqualTo(400);
            assertThat(e.error().scimType()).isPresent();
        }
    }

    @Property(tries = 500)
    void aFilterWithoutItsEndIsRefused(@ForAll("filters") Filter filter) {
        String open = "(" + filter;

        assertThatThrownBy(() -> FilterParser.parse(open)).isInstanceOf(ScimException.class);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(3)
                .ofMaxLength(8)
                .filter(name -> !name.equals("not"));
    }

    @Provide
    Arbitrary<Filter> filters() {
        return filters(DEPTH, true);
    }

    @Provide
    Arbitrary<String> almostFilters() {
        return Arbitraries.of(
                        "userName",
                        "emails",
                        "eq",
                        "pr",
                        "and",
                        "or",
                        "not",
                        "(",
                        ")",
                        "[",
                        "]",
                        "\"x\"",
                        "\"",
                        "\\",
                        "1",
                        ".value")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join(" ", pieces));
    }

    private Arbitrary<Filter> filters(int depth, boolean mayHaveBrackets) {
        Arbitrary<Filter> simple = Arbitraries.oneOf(
                Combinators.combine(paths(), Arbitraries.of(Operator.class), literals())
                        .as(Comparison::new),
                paths().map(Present::new));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Filter> inner = Arbitraries.lazy(() -> filters(depth - 1, mayHaveBrackets));
        Arbitrary<Filter> composed = Arbitraries.oneOf(
                Combinators.combine(inner, inner).as(And::new),
                Combinators.combine(inner, inner).as(Or::new),
                inner.map(Not::new));
        if (!mayHaveBrackets) {
            return Arbitraries.oneOf(simple, composed);
        }
        Arbitrary<Filter> bracketed = Combinators.combine(paths(), Arbitraries.lazy(() -> filters(depth - 1, false)))
                .as(ValuePath::new);
        return Arbitraries.oneOf(simple, composed, bracketed);
    }

    private Arbitrary<AttributePath> paths() {
        return Combinators.combine(Arbitraries.just(AllTypes.SCHEMA).optional(0.5), names(), names().optional(0.3))
                .as(AttributePath::new);
    }

    private static Arbitrary<Literal> literals() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(12)
                        .filter(FilterPropertyTest::isStorable)
                        .map(Literal.Text::new),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000))
                        .ofScale(3)
                        .map(number ->
                                new Literal.Numeric(new BigDecimal(number.toPlainString()), number.toPlainString())),
                Arbitraries.of(true, false).map(Literal.Bool::new),
                Arbitraries.just(new Literal.Null()));
    }

    /** By the definition of UTF-16, and not by ours. */
    private static boolean isStorable(String text) {
        return text.indexOf(0) < 0
                && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
