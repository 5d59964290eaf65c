package org.scimsuite.core.filter;

import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.resource.ComplexValue;

/** The operator {@code pr}: a value that is not empty, or a part that is not (RFC 7644 §3.4.2.2). */
final class Presence {

    private Presence() {}

    static boolean isPresent(AttributeValue value) {
        if (value instanceof TextValue text) {
            return !text.value().isEmpty();
        }
        if (value instanceof MultiValue multi) {
            return multi.values().stream().anyMatch(Presence::isPresent);
        }
        if (value instanceof ComplexValue complex) {
            for (int index = 0; index < complex.table().size(); index++) {
                if (complex.get(index).filter(Presence::isPresent).isPresent()) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }
}
