package org.scimsuite.core.message;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The member names one JSON object has had so far. Names are the same in any case (RFC 7643 §2.1), so two that differ only in
 * case would make the outcome a matter of luck, and are refused.
 */
public final class MemberNames {

    private final Set<String> seen = new HashSet<>();

    /**
     * @throws ScimException 400 invalidSyntax when the object already has the name
     */
    public void add(String name, JsonInput json) {
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw twice(name, json);
        }
    }

    /** 400 invalidSyntax for a name that an object already has. */
    public static ScimException twice(String name, JsonInput json) {
        return json.syntaxError("The member \"" + Excerpt.of(name) + "\" occurs twice in one object");
    }
}
