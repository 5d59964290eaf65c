package org.scimsuite.core.resource;

import java.util.Locale;
import java.util.Optional;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTable;

/** Sameness of values by the rules of their attribute (RFC 7643 §2.2, caseExact). */
public final class Values {

    private Values() {}

    /** Whether two values of an attribute, or two elements of its list, mean the same. */
    public static boolean same(AttributeDefinition definition, AttributeValue one, AttributeValue other) {
        if (!definition.caseExact() && one instanceof TextValue a && other instanceof TextValue b) {
            return a.value().equalsIgnoreCase(b.value());
        }
        if (one instanceof ComplexValue a && other instanceof ComplexValue b) {
            return contains(definition, a, b) && contains(definition, b, a);
        }
        return one.equals(other);
    }

    /** Whether the whole says everything the part says. */
    public static boolean contains(AttributeDefinition definition, AttributeValue whole, AttributeValue part) {
        if (!(whole instanceof ComplexValue wholeValue) || !(part instanceof ComplexValue partValue)) {
            return same(definition, whole, part);
        }
        AttributeTable table = definition.subAttributes();
        for (int index = 0; index < table.size(); index++) {
            AttributeDefinition sub = table.get(index);
            Optional<AttributeValue> wanted = partValue.get(index);
            Optional<AttributeValue> there = wholeValue.get(index);
            if (wanted.isPresent()
                    && there.filter(value -> same(sub, value, wanted.get())).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What an element of a list is known by: its {@code value} and {@code type}, which should not occur twice (RFC 7643
     * §2.4). Empty when the element has no {@code value}, such as an address.
     */
    public static Optional<Object> identity(AttributeDefinition definition, AttributeValue element) {
        if (!(element instanceof ComplexValue complex)) {
            return Optional.of(key(definition, element));
        }
        return complex.get("value")
                .map(value -> new ElementKey(
                        key(definition.valueAttribute().orElse(definition), value),
                        complex.text("type").map(type -> type.toLowerCase(Locale.ROOT))));
    }

    /** A value that is equal for all spellings of the same value. */
    public static Object key(AttributeDefinition definition, AttributeValue value) {
        return !definition.caseExact() && value instanceof TextValue text
                ? new TextValue(text.value().toLowerCase(Locale.ROOT))
                : value;
    }

    private record ElementKey(Object value, Optional<String> type) {}
}
