package org.scimsuite.workbench.host.directory;

import java.util.Locale;
import java.util.Optional;

/** What Crowd refuses as a name, and how it compares names. */
final class NameRules {

    private static final int LONGEST = 255;

    private NameRules() {}

    /** The form under which names are compared and kept unique. */
    static String key(String name) {
        return name.toLowerCase(Locale.ENGLISH);
    }

    /** Why the name is refused; empty when it is not. */
    static Optional<String> objection(String name) {
        if (name == null || name.isBlank()) {
            return Optional.of("A name cannot be blank");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("A name cannot begin or end with white space");
        }
        if (name.length() > LONGEST) {
            return Optional.of("A name cannot be longer than " + LONGEST + " characters");
        }
        return Optional.empty();
    }
}
