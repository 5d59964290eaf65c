package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.schema.CoreSchemas;

/** What documents cannot show; the rest is in the corpus of bundles. */
class MappingChecksTest {

    private static List<MappingProblem> check(
            List<? extends GroupRule> rules, Protection.Administrators administrators) {
        GroupMapping groups = new GroupMapping(
                List.copyOf(rules),
                List.of(),
                new Protection(List.of(), List.of(), administrators),
                GroupPolicies.CAREFUL);
        return MappingChecks.of(
                new Mapping(groups, UserMapping.PLAIN), CoreSchemas.user(), List.of("jira-administrators"));
    }

    private static List<GroupRule> sameNames(int count) {
        return IntStream.range(0, count)
                .<GroupRule>mapToObj(index -> new GroupRule.SameName("r" + index, Missing.CREATE, Then.GO_ON))
                .toList();
    }

    private static GroupRule constant(String localGroup, LetterCase letterCase) {
        return new GroupRule.Pattern("all", ".*", localGroup, letterCase, Missing.CREATE, Then.STOP);
    }

    private static GroupRule table(int entries) {
        GroupRule.Table.Entry entry = new GroupRule.Table.Entry(List.of("a"), List.of("b"));
        return new GroupRule.Table("table", Collections.nCopies(entries, entry), Missing.CREATE, Then.STOP);
    }

    @Test
    void ofWhenNothingIsMappedThenNothingIsWrong() {
        assertThat(MappingChecks.of(Mapping.NONE, CoreSchemas.user(), List.of()))
                .isEmpty();
    }

    @Test
    void ofWhenThereAreTooManyRulesOrLinesThenSaysHowMany() {
        assertThat(check(sameNames(500), Protection.Administrators.PROTECTED)).isEmpty();
        assertThat(check(sameNames(501), Protection.Administrators.PROTECTED))
                .containsExactly(new MappingProblem("/groups/rules", "A mapping has at most 500 rules."));
        assertThat(check(List.of(table(10_000)), Protection.Administrators.PROTECTED))
                .isEmpty();
        assertThat(check(List.of(table(10_001)), Protection.Administrators.PROTECTED))
                .extracting(MappingProblem::path)
                .containsExactly("/groups/rules");
    }

    @Test
    void ofWhenATemplateAlwaysGivesAProtectedGroupThenRefusedUnlessTheProtectionIsLifted() {
        List<GroupRule> rules = List.of(constant("JIRA-administrators", LetterCase.AS_IS));

        assertThat(check(rules, Protection.Administrators.PROTECTED))
                .extracting(MappingProblem::path)
                .containsExactly("/groups/rules/0/template");
        assertThat(check(rules, Protection.Administrators.PROVISIONED)).isEmpty();
    }

    @Test
    void ofWhenANameIsTooLongThenRefused() {
        assertThat(check(List.of(constant("a".repeat(255), LetterCase.LOWER)), Protection.Administrators.PROTECTED))
                .isEmpty();
        assertThat(check(List.of(constant("a".repeat(256), LetterCase.LOWER)), Protection.Administrators.PROTECTED))
                .extracting(MappingProblem::path)
                .containsExactly("/groups/rules/0/template");
    }
}
