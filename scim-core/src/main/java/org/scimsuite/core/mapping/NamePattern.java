package org.scimsuite.core.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pattern of a whole name, in the syntax of RE2 and without regard to case unless it says {@code (?-i)}. Matching takes time
 * linear in the length of the name, whatever the pattern. Immutable, and shared by threads.
 */
public final class NamePattern {

    /** Longer text is refused. */
    static final int MAX_LENGTH = 1_000;

    /** Steps of the compiled pattern, which each character of a name may have to be compared with. */
    private static final int MAX_PROGRAM = 10_000;

    /** As {@link #MAX_PROGRAM}, but estimated from above, so that nothing large is made first. */
    private static final int MAX_ESTIMATE = 100_000;

    /** A counted repetition, and whether it repeats a group, in which there may be others. */
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("(\\)?)\\{([0-9]+)(?:,([0-9]*))?}");

    private final Pattern pattern;

    private NamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws InvalidMappingException when it is none, or one of an unreasonable size
     */
    public static NamePattern compile(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidMappingException("A pattern has at most " + MAX_LENGTH + " characters.");
        }
        if (estimate(text) > MAX_ESTIMATE) {
            throw repeatsTooMuch();
        }
        try {
            Pattern pattern = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw repeatsTooMuch();
            }
            return new NamePattern(pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidMappingException(
                    "This is not a pattern in the syntax of RE2 (" + e.getDescription()
                            + "); look-around and back references do not exist there.",
                    e);
        }
    }

    /**
     * How many steps a pattern has at most: repetitions are written out when it is compiled, those inside of others too. Only a
     * group can have a repetition in it, and where a group begins is left aside.
     */
    private static double estimate(String text) {
        double inGroups = 1;
        double single = text.length();
        java.util.regex.Matcher repetition = REPETITION.matcher(text);
        while (repetition.find()) {
            double count = Math.max(number(repetition.group(2)), number(repetition.group(3)));
            if (repetition.group(1).isEmpty()) {
                single += count;
            } else {
                inGroups *= Math.max(1, count);
            }
        }
        return inGroups * single;
    }

    private static double number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }

    private static InvalidMappingException repeatsTooMuch() {
        return new InvalidMappingException("The pattern repeats too much; use smaller numbers in braces.");
    }

    /** What a template may name: the numbers of its groups, 0 for the whole name, and their names. */
    Set<String> captures() {
        return Stream.concat(
                        IntStream.rangeClosed(0, pattern.groupCount()).mapToObj(Integer::toString),
                        pattern.namedGroups().keySet().stream())
                .collect(Collectors.toSet());
    }

    public boolean matches(String name) {
        return pattern.matches(name);
    }

    /** What the groups of the pattern have caught, by number or name; empty when the whole name does not match. */
    Optional<Function<String, Optional<String>>> match(String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(capture -> Optional.of(caught(matcher, capture))) : Optional.empty();
    }

    /** A group that took no part in the match has caught nothing, which is no reason to give no name. */
    private static String caught(Matcher matcher, String capture) {
        String caught = Character.isDigit(capture.charAt(0))
                ? matcher.group(Integer.parseInt(capture))
                : matcher.group(capture);
        return caught == null ? "" : caught;
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
