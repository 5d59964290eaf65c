package org.scimsuite.core.bundle;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.mapping.UserMapping.Example;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;

/** Mappings of every form, whether or not they mean something. */
public final class Mappings {

    private static final Arbitrary<String> TEXT =
            Arbitraries.strings().withChars("aB '\\;~/\"ü\u0007\n").ofMaxLength(8);
    private static final Arbitrary<List<String>> TEXTS = TEXT.list().ofMaxSize(3);
    private static final Arbitrary<List<String>> SOME_TEXTS =
            TEXT.list().ofMinSize(1).ofMaxSize(3);
    private static final Arbitrary<Missing> MISSING = Arbitraries.of(Missing.class);
    private static final Arbitrary<Then> THEN = Arbitraries.of(Then.class);
    private static final Arbitrary<LetterCase> LETTER_CASE = Arbitraries.of(LetterCase.class);

    private Mappings() {}

    public static Arbitrary<Mapping> any() {
        return Combinators.combine(groups(), users()).as(Mapping::new);
    }

    private static Arbitrary<GroupMapping> groups() {
        Arbitrary<GroupPolicies> policies = Combinators.combine(
                        Arbitraries.of(GroupPolicies.Found.class),
                        Arbitraries.of(GroupPolicies.Renamed.class),
                        Arbitraries.of(GroupPolicies.Emptied.class),
                        Arbitraries.of(GroupPolicies.Inactive.class))
                .as(GroupPolicies::new);
        Arbitrary<Protection> protection = Combinators.combine(
                        TEXTS, TEXTS, Arbitraries.of(Protection.Administrators.class))
                .as(Protection::new);
        return Combinators.combine(
                        rule().list().uniqueElements(GroupRule::name).ofMaxSize(6),
                        userRule().list().uniqueElements(UserGroupRule::name).ofMaxSize(4),
                        protection,
                        policies)
                .as(GroupMapping::new);
    }

    private static Arbitrary<GroupRule> rule() {
        Arbitrary<GroupRule.Table.Entry> entry =
                Combinators.combine(TEXTS, TEXTS).as(GroupRule.Table.Entry::new);
        return Arbitraries.oneOf(
                Combinators.combine(TEXT, entry.list().ofMaxSize(3), MISSING, THEN)
                        .as(GroupRule.Table::new),
                Combinators.combine(TEXT, MISSING, THEN).as(GroupRule.SameName::new),
                Combinators.combine(TEXT, TEXT, TEXT, LETTER_CASE, MISSING, THEN)
                        .as(GroupRule.Pattern::new),
                Combinators.combine(TEXT, TEXTS, TEXTS, TEXTS).as(GroupRule.Ignore::new));
    }

    private static Arbitrary<UserGroupRule> userRule() {
        Arbitrary<Optional<String>> condition = TEXT.optional();
        return Combinators.combine(TEXT, condition, TEXTS, MISSING).as(UserGroupRule::new);
    }

    private static Arbitrary<UserMapping> users() {
        Arbitrary<Optional<Rewriting>> rewriting =
                Combinators.combine(TEXT, TEXT).as(Rewriting::new).optional();
        Arbitrary<Example> example = Combinators.combine(TEXT, TEXT).as(Example::new);
        Arbitrary<UserNameRule> userName = Combinators.combine(
                        TEXT, rewriting, LETTER_CASE, example.list().ofMaxSize(2))
                .as(UserNameRule::new);
        return Combinators.combine(
                        userName,
                        Arbitraries.maps(Arbitraries.of(DirectoryField.class), SOME_TEXTS)
                                .ofMaxSize(3),
                        Arbitraries.maps(TEXT, SOME_TEXTS).ofMaxSize(3))
                .as(UserMapping::new);
    }
}
