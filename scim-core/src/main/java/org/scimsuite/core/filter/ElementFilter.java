package org.scimsuite.core.filter;

import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.Filter.And;
import org.scimsuite.core.filter.Filter.Comparison;
import org.scimsuite.core.filter.Filter.Not;
import org.scimsuite.core.filter.Filter.Or;
import org.scimsuite.core.filter.Filter.Present;
import org.scimsuite.core.filter.Filter.ValuePath;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributePath;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeType;

/** The filter between the brackets of a path, bound to the attribute in front of them: it selects elements of a list. */
public final class ElementFilter {

    private final Filter filter;
    private final AttributeDefinition attribute;
    private final Test test;

    private ElementFilter(Filter filter, AttributeDefinition attribute, Test test) {
        this.filter = filter;
        this.attribute = attribute;
        this.test = test;
    }

    private interface Test {
        boolean matches(AttributeValue element);
    }

    /**
     * Binds a filter to an attribute. Elements without sub-attributes are called {@code value} in the filter.
     *
     * @throws ScimException 400 invalidFilter when it does not fit the attribute
     */
    public static ElementFilter bind(Filter filter, AttributeDefinition attribute, Notes notes) {
        return new ElementFilter(filter, attribute, compile(filter, attribute, notes));
    }

    public boolean matches(AttributeValue element) {
        return test.matches(element);
    }

    /**
     * The element the filter describes when it is nothing but equalities, such as {@code type eq "work"}: what has to be
     * there for the filter to match.
     */
    public Optional<ComplexValue> describedElement() {
        return attribute.complex() ? describe(filter, ComplexValue.empty(attribute.subAttributes())) : Optional.empty();
    }

    private static Optional<ComplexValue> describe(Filter filter, ComplexValue element) {
        if (filter instanceof And and) {
            return describe(and.left(), element).flatMap(left -> describe(and.right(), left));
        }
        if (filter instanceof Comparison comparison && comparison.operator() == Operator.EQ) {
            int index = element.table().indexOf(comparison.path().attribute());
            return value(comparison.literal(), element.table().get(index)).map(value -> element.with(index, value));
        }
        return Optional.empty();
    }

    private static Optional<AttributeValue> value(Filter.Literal literal, AttributeDefinition definition) {
        boolean isBoolean = definition.type() == AttributeType.BOOLEAN;
        if (literal instanceof Filter.Literal.Text text) {
            return Optional.of(
                    isBoolean ? new BooleanValue(text.value().equalsIgnoreCase("true")) : new TextValue(text.value()));
        }
        return literal instanceof Filter.Literal.Bool bool && isBoolean
                ? Optional.of(new BooleanValue(bool.value()))
                : Optional.empty();
    }

    private static Test compile(Filter filter, AttributeDefinition attribute, Notes notes) {
        if (filter instanceof And and) {
            Test left = compile(and.left(), attribute, notes);
            Test right = compile(and.right(), attribute, notes);
            return element -> left.matches(element) && right.matches(element);
        }
        if (filter instanceof Or or) {
            Test left = compile(or.left(), attribute, notes);
            Test right = compile(or.right(), attribute, notes);
            return element -> left.matches(element) || right.matches(element);
        }
        if (filter instanceof Not not) {
            Test inner = compile(not.filter(), attribute, notes);
            return element -> !inner.matches(element);
        }
        if (filter instanceof Present present) {
            int index = indexOf(present.path(), attribute);
            return element -> part(element, index).filter(Presence::isPresent).isPresent();
        }
        if (filter instanceof Comparison comparison) {
            int index = indexOf(comparison.path(), attribute);
            AttributeDefinition definition = index == AttributeTable.ABSENT
                    ? attribute
                    : attribute.subAttributes().get(index);
            ValueTest test = ValueTests.of(comparison, definition, notes);
            return element -> ValueTest.any(test, part(element, index));
        }
        throw invalid(((ValuePath) filter).path());
    }

    private static Optional<AttributeValue> part(AttributeValue element, int index) {
        return element instanceof ComplexValue complex ? complex.get(index) : Optional.of(element);
    }

    private static int indexOf(AttributePath path, AttributeDefinition attribute) {
        boolean plain = path.schema().isEmpty() && path.subAttribute().isEmpty();
        int index = plain ? attribute.subAttributes().indexOf(path.attribute()) : AttributeTable.ABSENT;
        boolean wholeElement = plain && !attribute.complex() && path.attribute().equalsIgnoreCase("value");
        if (index == AttributeTable.ABSENT && !wholeElement) {
            throw invalid(path);
        }
        return index;
    }

    private static ScimException invalid(AttributePath path) {
        return ScimException.badRequest(
                ScimType.INVALID_FILTER,
                "In the filter, " + Excerpt.of(path) + " is not a sub-attribute of the attribute in front.");
    }

    @Override
    public String toString() {
        return "[" + filter + "]";
    }
}
