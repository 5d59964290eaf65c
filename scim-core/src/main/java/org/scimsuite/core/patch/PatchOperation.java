package org.scimsuite.core.patch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scimsuite.core.filter.ElementFilter;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.schema.AttributeTarget;

/**
 * One operation on one attribute. An operation of the request that names several attributes is several of these.
 *
 * @param target the attribute or sub-attribute
 * @param elements which elements of a multi-valued attribute are meant; empty for the attribute as a whole
 * @param value typed as the target asks: one element for a target with a filter, all values for a multi-valued one. Empty
 *     on replace clears the target; on remove it names the values to remove, and empty removes them all.
 */
public record PatchOperation(
        Action action, AttributeTarget target, Optional<ElementFilter> elements, Optional<AttributeValue> value) {

    /** The {@code op} of RFC 7644 §3.5.2. */
    public enum Action {
        ADD,
        REMOVE,
        REPLACE;

        static final List<Action> ALL = List.of(values());

        private final String word = name().toLowerCase(Locale.ROOT);

        String word() {
            return word;
        }
    }

    /** Whether the operation goes into the elements of a list, rather than at the list. */
    boolean selectsElements() {
        return elements.isPresent() || (target.attribute().multiValued() && target.subIndex() != AttributeTarget.WHOLE);
    }

    /** The target as an error message names it. */
    String place() {
        String filter = elements.map(ElementFilter::toString).orElse("");
        return target.sub(AttributeTarget.WHOLE)
                + filter
                + target.subAttribute().map(sub -> "." + sub.name()).orElse("");
    }
}
