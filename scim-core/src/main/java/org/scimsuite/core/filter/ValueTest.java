package org.scimsuite.core.filter;

import java.util.Optional;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.Simple;
import org.scimsuite.core.resource.ComplexValue;

/** A comparison, bound to the type of its attribute. */
interface ValueTest {

    /** Whether one value meets the comparison; of several values of an attribute, one that does is enough. */
    boolean matches(Simple value);

    /** What the comparison says of an attribute without value. */
    default boolean matchesAbsent() {
        return false;
    }

    /** Applies the test to whatever an attribute holds. */
    static boolean any(ValueTest test, Optional<AttributeValue> value) {
        if (value.isEmpty()) {
            return test.matchesAbsent();
        }
        if (value.get() instanceof MultiValue multi) {
            for (AttributeValue element : multi.values()) {
                if (element instanceof Simple simple && test.matches(simple)) {
                    return true;
                }
            }
            return false;
        }
        return value.get() instanceof Simple simple && test.matches(simple);
    }

    /** Applies the test to one part of every element of a list, without building the list of those parts. */
    static boolean anyPart(ValueTest test, Optional<AttributeValue> list, int part) {
        boolean absent = true;
        if (list.isPresent() && list.get() instanceof MultiValue multi) {
            for (AttributeValue element : multi.values()) {
                Optional<AttributeValue> value = ((ComplexValue) element).get(part);
                if (value.isPresent() && any(test, value)) {
                    return true;
                }
                absent &= value.isEmpty();
            }
        }
        return absent && test.matchesAbsent();
    }
}
