package org.scimsuite.core.mapping;

import java.util.Optional;
import org.scimsuite.core.mapping.UserMapping.Example;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** How people are called in the directory: a {@link UserNameRule}, made ready once. Immutable. */
public final class UserNames {

    private final SourcePath source;
    private final Source kind;
    private final Optional<Rewriter> rewriter;
    private final LetterCase letterCase;

    private enum Source {
        USER_NAME,
        OTHER
    }

    private UserNames(SourcePath source, Source kind, Optional<Rewriter> rewriter, LetterCase letterCase) {
        this.source = source;
        this.kind = kind;
        this.rewriter = rewriter;
        this.letterCase = letterCase;
    }

    /**
     * Makes a rule ready.
     *
     * @throws InvalidMappingException when users have no such attribute, the pattern cannot be used, or an example does not come out
     */
    static UserNames of(UserNameRule rule, ResourceType users) {
        SourcePath source = SourcePath.of(rule.source(), users);
        Source kind = source.isSame(SourcePath.of("userName", users)) ? Source.USER_NAME : Source.OTHER;
        Optional<Rewriter> rewriter = rule.rewriting()
                .map(rewriting -> Rewriter.of(rewriting.pattern(), rewriting.template(), rule.letterCase()));
        UserNames names = new UserNames(source, kind, rewriter, rule.letterCase());
        for (Example example : rule.examples()) {
            String made = names.from(example.given());
            if (!made.equals(example.expected())) {
                throw new InvalidMappingException("The userName rule makes \"" + made + "\" of \"" + example.given()
                        + "\", and its example expects \"" + example.expected() + "\".");
            }
        }
        return names;
    }

    /** The path of the attribute that names are made from. */
    public String sourcePath() {
        return source.toString();
    }

    /** Whether names are made from {@code userName}. */
    public boolean areFromUserName() {
        return kind == Source.USER_NAME;
    }

    /** Whether everybody is called as their {@code userName} says, apart from the case of letters. */
    public boolean areUserNames() {
        return areFromUserName() && rewriter.isEmpty();
    }

    /** What the name of a user is made from; empty when the user has no such value. */
    public Optional<String> source(ScimResource user) {
        return source.read(user);
    }

    /** A user with what the name is made from as another one of the same type has it, or without it. */
    public ScimResource withSourceOf(ScimResource other, ScimResource user) {
        return source.copy(user, other);
    }

    /** The name in the directory; empty when the user lacks what it is made from. */
    public Optional<String> of(ScimResource user) {
        return source(user).map(this::from);
    }

    /** The name in the directory that is made from a value of the source; it may be blank. */
    public String from(String value) {
        return rewriter.flatMap(rule -> rule.rewrite(value)).orElseGet(() -> letterCase.apply(value));
    }
}
