package org.scimsuite.core.message;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The member names one JSON object has had so far. Names are the same in any case (RFC 7643 §2.1), so two that differ only in
 * case would make the outcome a matter of luck, and are refused.
 */
public final class MemberNames {

    /** Nearly all objects have few members: these are compared one by one, without a set and lower-case copies. */
    private static final int FEW = 8;

    private String[] few;
    private int count;
    private Set<String> more = Set.of();

    /**
     * @throws ScimException 400 invalidSyntax when the object already has the name
     */
    public void add(String name, JsonInput json) {
        if (count == 0) {
            few = new String[FEW];
        }
        for (int index = 0; index < Math.min(count, FEW); index++) {
            if (few[index].equalsIgnoreCase(name)) {
                throw twice(name, json);
            }
        }
        if (count < FEW) {
            few[count] = name;
        } else {
            addToMore(name, json);
        }
        count++;
    }

    private void addToMore(String name, JsonInput json) {
        if (count == FEW) {
            more = new HashSet<>();
        }
        if (!more.add(name.toLowerCase(Locale.ROOT))) {
            throw twice(name, json);
        }
    }

    /** 400 invalidSyntax for a name that an object already has. */
    public static ScimException twice(String name, JsonInput json) {
        return json.syntaxError("The member \"" + Excerpt.of(name) + "\" occurs twice in one object");
    }
}
