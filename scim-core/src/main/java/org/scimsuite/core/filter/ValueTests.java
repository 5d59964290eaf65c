package org.scimsuite.core.filter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.filter.Filter.Comparison;
import org.scimsuite.core.filter.Filter.Literal;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.AttributeValue.BinaryValue;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.DateTimeValue;
import org.scimsuite.core.resource.AttributeValue.DecimalValue;
import org.scimsuite.core.resource.AttributeValue.IntegerValue;
import org.scimsuite.core.resource.AttributeValue.Simple;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.resource.DateTimes;
import org.scimsuite.core.schema.AttributeDefinition;

/** Makes the test of a comparison: converts the literal once, and decides case rules and order by the attribute's type. */
final class ValueTests {

    private final Comparison comparison;
    private final AttributeDefinition definition;
    private final Notes notes;

    private ValueTests(Comparison comparison, AttributeDefinition definition, Notes notes) {
        this.comparison = comparison;
        this.definition = definition;
        this.notes = notes;
    }

    /**
     * @param definition a simple attribute
     * @throws ScimException 400 invalidFilter when operator or literal do not fit the type
     */
    static ValueTest of(Comparison comparison, AttributeDefinition definition, Notes notes) {
        ValueTests tests = new ValueTests(comparison, definition, notes);
        if (comparison.literal() instanceof Literal.Null) {
            return tests.againstNull();
        }
        ValueTest test = tests.byType();
        // An attribute without value is null (RFC 7643 §2.5), and null is not equal to any text or number.
        return comparison.operator() == Operator.NE ? orAbsent(test) : test;
    }

    private ValueTest byType() {
        return switch (definition.type()) {
            case STRING, REFERENCE -> new TextTest(comparison.operator(), text(), definition.caseExact());
            case BINARY -> binary();
            case BOOLEAN -> bool();
            case INTEGER, DECIMAL -> {
                BigDecimal expected = number();
                yield ordered(value -> Optional.of(decimal(value).compareTo(expected)));
            }
            case DATE_TIME -> {
                DateTimeValue expected = dateTime();
                yield ordered(value -> value instanceof DateTimeValue actual
                        ? Optional.of(actual.instant().compareTo(expected.instant()))
                        : Optional.empty());
            }
            case COMPLEX -> throw new IllegalArgumentException(definition + " is complex");
        };
    }

    /** {@code eq null} is the absence of a value, {@code ne null} is its presence. */
    private ValueTest againstNull() {
        return switch (comparison.operator()) {
            case EQ -> orAbsent(value -> false);
            case NE -> value -> true;
            default -> throw operatorError("null");
        };
    }

    private ValueTest binary() {
        ValueTest test = new TextTest(comparison.operator(), text(), true);
        if (isOrder(comparison.operator())) {
            throw operatorError("a binary attribute");
        }
        return value -> value instanceof BinaryValue binary && test.matches(new TextValue(binary.base64()));
    }

    private ValueTest bool() {
        boolean expected = boolLiteral();
        return switch (comparison.operator()) {
            case EQ -> value -> value.equals(new BooleanValue(expected));
            case NE -> value -> !value.equals(new BooleanValue(expected));
            default -> throw operatorError("a boolean attribute");
        };
    }

    private ValueTest ordered(Function<Simple, Optional<Integer>> compare) {
        IntPredicate meets =
                switch (comparison.operator()) {
                    case EQ -> order -> order == 0;
                    case NE -> order -> order != 0;
                    case GT -> order -> order > 0;
                    case GE -> order -> order >= 0;
                    case LT -> order -> order < 0;
                    case LE -> order -> order <= 0;
                    case CO, SW, EW -> throw operatorError("a number or date");
                };
        return value -> compare.apply(value).filter(meets::test).isPresent();
    }

    private static BigDecimal decimal(Simple value) {
        if (value instanceof IntegerValue integer) {
            return BigDecimal.valueOf(integer.value());
        }
        return ((DecimalValue) value).value();
    }

    private static ValueTest orAbsent(ValueTest test) {
        return new ValueTest() {
            @Override
            public boolean matches(Simple value) {
                return test.matches(value);
            }

            @Override
            public boolean matchesAbsent() {
                return true;
            }
        };
    }

    private String text() {
        Literal literal = comparison.literal();
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        // employeeNumber eq 7 and title eq true: a text that was not quoted.
        if (!notes.tolerates(Tolerance.UNQUOTED_FILTER_VALUE)) {
            throw literalError("a text in double quotes");
        }
        return literal instanceof Literal.Numeric number
                ? number.text()
                : Boolean.toString(((Literal.Bool) literal).value());
    }

    private boolean boolLiteral() {
        if (comparison.literal() instanceof Literal.Bool bool) {
            return bool.value();
        }
        if (comparison.literal() instanceof Literal.Text text
                && (text.value().equalsIgnoreCase("true") || text.value().equalsIgnoreCase("false"))
                && notes.tolerates(Tolerance.BOOLEAN_TEXT_IN_FILTER)) {
            return text.value().equalsIgnoreCase("true");
        }
        throw literalError("true or false");
    }

    private BigDecimal number() {
        if (comparison.literal() instanceof Literal.Numeric number) {
            return number.value();
        }
        throw literalError("a number");
    }

    private DateTimeValue dateTime() {
        Optional<DateTimeValue> value =
                comparison.literal() instanceof Literal.Text text ? DateTimes.parse(text.value()) : Optional.empty();
        return value.orElseThrow(() -> literalError("a date and time such as \"2026-01-31T08:00:00Z\""));
    }

    private static boolean isOrder(Operator operator) {
        return switch (operator) {
            case GT, GE, LT, LE -> true;
            case EQ, NE, CO, SW, EW -> false;
        };
    }

    private ScimException literalError(String expected) {
        return error("must be compared with " + expected);
    }

    private ScimException operatorError(String kind) {
        return error("cannot be compared by " + comparison.operator().word() + ", which does not suit " + kind);
    }

    private ScimException error(String problem) {
        return ScimException.badRequest(
                ScimType.INVALID_FILTER, "In the filter, " + Excerpt.of(comparison.path()) + " " + problem + ".");
    }
}
