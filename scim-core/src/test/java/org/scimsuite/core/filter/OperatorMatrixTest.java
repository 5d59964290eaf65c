package org.scimsuite.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.workbench.conformance.Requirement;

/** Every operator × every type × every place: which suit each other, and what they say of a lower and a higher value. */
class OperatorMatrixTest {

    private record Samples(String lower, String higher) {}

    private static final Map<AttributeType, Samples> SAMPLES = Map.of(
            AttributeType.STRING, new Samples("\"a9\"", "\"b9\""),
            AttributeType.REFERENCE, new Samples("\"a9\"", "\"b9\""),
            AttributeType.BOOLEAN, new Samples("false", "true"),
            AttributeType.INTEGER, new Samples("9", "10"),
            AttributeType.DECIMAL, new Samples("9.5", "10.0"),
            AttributeType.DATE_TIME, new Samples("\"2026-01-31T09:00:00+02:00\"", "\"2026-01-31T08:00:00Z\""),
            AttributeType.BINARY, new Samples("\"QUJD\"", "\"REVG\""));

    private static final Set<Operator> TEXT = EnumSet.of(Operator.CO, Operator.SW, Operator.EW);
    private static final Set<Operator> ORDER = EnumSet.of(Operator.GT, Operator.GE, Operator.LT, Operator.LE);

    private static boolean suits(Operator operator, AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE -> true;
            case BOOLEAN -> !TEXT.contains(operator) && !ORDER.contains(operator);
            case INTEGER, DECIMAL, DATE_TIME -> !TEXT.contains(operator);
            case BINARY -> !ORDER.contains(operator);
            case COMPLEX -> false;
        };
    }

    /** What {@code lower <operator> higher} says. */
    private static boolean lowerIsTrue(Operator operator) {
        return operator == Operator.NE || operator == Operator.LT || operator == Operator.LE;
    }

    /** What {@code higher <operator> higher} says. */
    private static boolean sameIsTrue(Operator operator) {
        return operator != Operator.NE && operator != Operator.LT && operator != Operator.GT;
    }

    @TestFactory
    @Requirement({"C241", "C242", "C243", "C244", "C245"})
    Stream<DynamicTest> matrix() {
        List<DynamicTest> tests = new ArrayList<>();
        for (AttributeType type : AllTypes.SIMPLE) {
            for (Operator operator : Operator.values()) {
                for (String form : List.of(
                        "{\"%s\":@}",
                        "{\"%sList\":[@]}", "{\"complex\":{\"%s\":@}}", "{\"complexList\":[{\"%s\":@}]}")) {
                    String name = operator + " on " + form.formatted(type.word());
                    tests.add(DynamicTest.dynamicTest(name, () -> check(type, operator, form.formatted(type.word()))));
                }
            }
        }
        return tests.stream();
    }

    private static void check(AttributeType type, Operator operator, String form) {
        Samples samples = SAMPLES.get(type);
        String path = form.replaceAll("[\\[\\]{}\"@]", "").replace(":", ".").replaceAll("\\.$", "");
        Filter filter =
                FilterParser.parse(path + " " + operator.word() + " " + samples.higher(), new Notes(Dialect.STRICT));
        if (!suits(operator, type)) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> bind(filter))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_FILTER))
                    .withMessageContaining(path);
            return;
        }
        BoundFilter bound = bind(filter);
        assertThat(bound.matches(thing(form, samples.higher())))
                .as("the same value")
                .isEqualTo(sameIsTrue(operator));
        assertThat(bound.matches(thing(form, samples.lower())))
                .as("a lower value")
                .isEqualTo(lowerIsTrue(operator));
        assertThat(bound.matches(ScimResource.empty(AllTypes.THING)))
                .as("no value")
                .isEqualTo(operator == Operator.NE);
    }

    private static BoundFilter bind(Filter filter) {
        return BoundFilter.bind(filter, AllTypes.THING, new Notes(Dialect.STRICT));
    }

    private static ScimResource thing(String form, String value) {
        return new ResourceReader(AllTypes.THING, ReadOptions.DEFAULT).readStored(form.replace("@", value));
    }
}
