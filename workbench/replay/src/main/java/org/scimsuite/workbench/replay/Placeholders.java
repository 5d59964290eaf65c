package org.scimsuite.workbench.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that {@code ${name}} stands for during one play. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    /** @throws IllegalStateException for a placeholder that no step has captured */
    String resolve(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("No step has captured ${" + match.group(1) + "}.");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Returns the text for a reader: the mail domain is filled in, captured ids stay names. */
    String readable(String text) {
        return PLACEHOLDER
                .matcher(text.replace("${domain}", values.getOrDefault("domain", "")))
                .replaceAll("{$1}");
    }
}
