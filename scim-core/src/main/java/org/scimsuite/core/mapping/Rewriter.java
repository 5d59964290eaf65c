package org.scimsuite.core.mapping;

import java.util.Optional;
import java.util.Set;

/** Makes a name from a name: a pattern, a template of what it has caught, and the case of letters. Immutable. */
public final class Rewriter {

    private final NamePattern pattern;
    private final Template template;
    private final LetterCase letterCase;

    private Rewriter(NamePattern pattern, Template template, LetterCase letterCase) {
        this.pattern = pattern;
        this.template = template;
        this.letterCase = letterCase;
    }

    /**
     * Reads a pattern and a template.
     *
     * @throws InvalidMappingException when one of them is none, or the template names a group that the pattern does not have
     */
    public static Rewriter of(String pattern, String template, LetterCase letterCase) {
        NamePattern compiled = NamePattern.compile(pattern);
        Template parsed = Template.parse(template);
        Set<String> captures = compiled.captures();
        for (String placeholder : parsed.placeholders()) {
            if (!captures.contains(placeholder)) {
                throw new InvalidMappingException(
                        "The template uses ${" + placeholder + "}, but the pattern has no group of this "
                                + (Character.isDigit(placeholder.charAt(0)) ? "number." : "name."));
            }
        }
        return new Rewriter(compiled, parsed, letterCase);
    }

    /** The new name without white space around it, perhaps without anything left; empty when the whole of the old one does not match. */
    public Optional<String> rewrite(String name) {
        return pattern.match(name)
                .flatMap(template::fill)
                .map(letterCase::apply)
                .map(String::strip);
    }
}
