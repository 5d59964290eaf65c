package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text with placeholders: {@code $1} and <code>${name}</code> stand for a value, {@code $$} for a dollar sign. What a
 * placeholder names is up to who fills it: a group of a pattern, or a SCIM path such as <code>${name.givenName}</code> or
 * <code>${emails[type eq "work"].value}</code>. Immutable.
 */
public final class Template {

    /** Longer text is refused. */
    static final int MAX_LENGTH = 1_000;

    /** A path may have a filter, and that a text in quotes, in which a brace is a character like others. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$(?:[0-9]++|\\{(?:[^{}\"]++|\"(?:[^\"\\\\]++|\\\\.)*+\")++})");

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /** Text that is taken as it is, or the name of a placeholder. */
    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Placeholder(String name) implements Part {}

    /**
     * Reads a template.
     *
     * @throws InvalidMappingException with the position of what is wrong
     */
    public static Template parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidMappingException("A template has at most " + MAX_LENGTH + " characters.");
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            char c = text.charAt(index);
            if (c != '$') {
                literal.append(c);
                index++;
            } else if (text.startsWith("$$", index)) {
                literal.append('$');
                index += 2;
            } else {
                flush(literal, parts);
                int end = endOfPlaceholder(text, index);
                parts.add(new Placeholder(name(text.substring(index + 1, end))));
                index = end;
            }
        }
        flush(literal, parts);
        return new Template(text, parts);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** The index behind the placeholder whose dollar sign is at {@code start}. */
    private static int endOfPlaceholder(String text, int start) {
        Matcher placeholder = PLACEHOLDER.matcher(text).region(start, text.length());
        if (placeholder.lookingAt()) {
            return placeholder.end();
        }
        throw new InvalidMappingException("At character " + (start + 1) + " of the template, a dollar sign is not"
                + " followed by a number or a name in braces; write $$ for a dollar sign itself.");
    }

    private static String name(String placeholder) {
        return placeholder.startsWith("{") ? placeholder.substring(1, placeholder.length() - 1) : placeholder;
    }

    /** What the placeholders name, in order. */
    public List<String> placeholders() {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(part -> ((Placeholder) part).name())
                .toList();
    }

    /**
     * The text with values in place of the placeholders.
     *
     * @param values the value of a placeholder, by its name
     * @return empty when one of them has no value
     */
    public Optional<String> fill(Function<String, Optional<String>> values) {
        List<Optional<String>> filled = parts.stream()
                .map(part -> part instanceof Literal literal
                        ? Optional.of(literal.text())
                        : values.apply(((Placeholder) part).name()))
                .toList();
        return filled.stream().allMatch(Optional::isPresent)
                ? Optional.of(filled.stream().map(Optional::get).collect(Collectors.joining()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
