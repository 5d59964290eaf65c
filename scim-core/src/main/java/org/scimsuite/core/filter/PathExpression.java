package org.scimsuite.core.filter;

import java.util.Optional;
import org.scimsuite.core.schema.AttributePath;

/**
 * The path of a PATCH operation (RFC 7644 §3.5.2): {@code name.givenName}, {@code emails[type eq "work"]},
 * {@code emails[type eq "work"].value}.
 *
 * @param filter which elements of the list are meant; empty for all
 * @param subAttribute behind the filter
 */
public record PathExpression(AttributePath attribute, Optional<Filter> filter, Optional<String> subAttribute) {

    @Override
    public String toString() {
        return attribute
                + filter.map(inner -> "[" + inner + "]").orElse("")
                + subAttribute.map(sub -> "." + sub).orElse("");
    }
}
