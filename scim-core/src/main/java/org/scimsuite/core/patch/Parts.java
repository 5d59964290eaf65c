package org.scimsuite.core.patch;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.schema.AttributeTable;

/** Changes to the sub-attributes of one complex value. */
final class Parts {

    /** What only describes the {@code value} beside it, and is wrong once that is another. */
    private static final List<String> DESCRIPTIONS = List.of("$ref", "display", "displayName");

    /** What qualifies an element of a list without being what the element is about. */
    private static final List<String> QUALIFIERS = List.of("type", "primary", "display", "$ref");

    private Parts() {}

    /** Sets what is given and keeps the rest (RFC 7644 §3.5.2.1, §3.5.2.3). */
    static ComplexValue merge(ComplexValue whole, ComplexValue given) {
        ComplexValue result = isOtherValue(whole, given.get("value")) ? withoutDescriptions(whole) : whole;
        for (int index = 0; index < given.table().size(); index++) {
            Optional<AttributeValue> value = given.get(index);
            if (value.isPresent()) {
                result = result.with(index, value.get());
            }
        }
        return result;
    }

    /** Sets or clears one sub-attribute. */
    static ComplexValue set(ComplexValue whole, int index, Optional<AttributeValue> value) {
        boolean isValue = whole.table().get(index).name().equals("value");
        boolean stale = isValue && (value.isEmpty() || isOtherValue(whole, value));
        return (stale ? withoutDescriptions(whole) : whole).set(index, value);
    }

    /** Whether an element has lost what it was about: {@code {"type":"work"}} alone is no e-mail address. */
    static boolean isHusk(ComplexValue element) {
        AttributeTable table = element.table();
        for (int index = 0; index < table.size(); index++) {
            if (element.get(index).isPresent()
                    && !QUALIFIERS.contains(table.get(index).name())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOtherValue(ComplexValue whole, Optional<AttributeValue> given) {
        return given.isPresent() && whole.get("value").isPresent() && !given.equals(whole.get("value"));
    }

    private static ComplexValue withoutDescriptions(ComplexValue whole) {
        ComplexValue result = whole;
        for (String name : DESCRIPTIONS) {
            int index = whole.table().indexOf(name);
            result = index == AttributeTable.ABSENT ? result : result.without(index);
        }
        return result;
    }
}
