package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.MappingDifference.Changed;
import org.scimsuite.core.mapping.MappingDifference.RuleMoved;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;

class MappingDiffTest {

    private static Mapping of(GroupRule... rules) {
        return new Mapping(
                new GroupMapping(List.of(rules), List.of(), Protection.ADMINISTRATORS, GroupPolicies.CAREFUL),
                UserMapping.PLAIN);
    }

    private static GroupRule same(String name, Then then) {
        return new GroupRule.SameName(name, Missing.CREATE, then);
    }

    private static Mapping inOrder(String... names) {
        return of(Stream.of(names).map(name -> same(name, Then.GO_ON)).toArray(GroupRule[]::new));
    }

    private static GroupRule.Table table(Missing missing, GroupRule.Table.Entry... entries) {
        return new GroupRule.Table("By hand", List.of(entries), missing, Then.STOP);
    }

    private static GroupRule.Table.Entry line(String group, String localGroup) {
        return new GroupRule.Table.Entry(List.of(group), List.of(localGroup));
    }

    private static List<String> sentences(Mapping before, Mapping after) {
        return MappingDiff.between(before, after).stream()
                .map(MappingDifference::sentence)
                .toList();
    }

    @Test
    void betweenWhenRulesComeAndGoThenThoseBehindHaveNotMoved() {
        assertThat(sentences(inOrder("a", "b", "c"), inOrder("x", "b", "c")))
                .containsExactly("Rule \"a\" is gone.", "Rule \"x\" is new, at position 1.");
    }

    @Test
    void betweenWhenOneRuleIsMovedThenOnlyThatOneIsSaidToHaveMoved() {
        assertThat(MappingDiff.between(inOrder("a", "b", "c", "d"), inOrder("b", "c", "d", "a")))
                .containsExactly(new RuleMoved("a", 1, 4));
        assertThat(sentences(inOrder("a", "b", "c", "d"), inOrder("d", "a", "b", "c")))
                .containsExactly("Rule \"d\" moved from position 4 to 1.");
    }

    @Test
    void betweenWhenLinesOfATableChangeThenOnlyThoseLinesAreNamed() {
        Mapping before = of(table(Missing.CREATE, line("a", "b"), line("c", "d")));

        assertThat(sentences(before, of(table(Missing.SKIP, line("a", "b"), line("c", "x")))))
                .containsExactly(
                        "Rule \"By hand\", entries: was \"['c'] -> ['d']\" and is \"['c'] -> ['x']\".",
                        "Rule \"By hand\", missing: was \"create\" and is \"skip\".");
        assertThat(sentences(before, of(table(Missing.CREATE, line("c", "d")))))
                .containsExactly("Rule \"By hand\", entries: \"['a'] -> ['b']\" is gone.");
        assertThat(sentences(before, of(table(Missing.CREATE, line("c", "d"), line("a", "b")))))
                .containsExactly("Rule \"By hand\", entries: was \"['a'] -> ['b']; ['c'] -> ['d']\""
                        + " and is \"['c'] -> ['d']; ['a'] -> ['b']\".");
    }

    @Test
    void betweenWhenARuleBecomesOneOfAnotherKindThenItsPartsAreNamed() {
        assertThat(sentences(
                        of(same("r", Then.STOP)), of(new GroupRule.Ignore("r", List.of("tmp"), List.of(), List.of()))))
                .containsExactly(
                        "Rule \"r\", type: was \"sameName\" and is \"ignore\".",
                        "Rule \"r\", missing: \"create\" is gone.",
                        "Rule \"r\", groups: \"tmp\" is new.");
    }

    @Test
    void betweenWhenPoliciesProtectionAndUsersChangeThenEachIsNamed() {
        Mapping after = new Mapping(
                new GroupMapping(
                        List.of(),
                        List.of(),
                        new Protection(List.of("Board"), List.of(), Protection.Administrators.PROTECTED),
                        new GroupPolicies(
                                GroupPolicies.Found.TAKE_OVER,
                                GroupPolicies.Renamed.KEEP_LOCAL_GROUP,
                                GroupPolicies.Emptied.KEEP,
                                GroupPolicies.Inactive.KEEP_GROUPS)),
                new UserMapping(
                        UserMapping.UserNameRule.PLAIN, Map.of(DirectoryField.EMAIL, List.of("${emails}")), Map.of()));

        assertThat(MappingDiff.between(Mapping.NONE, after))
                .containsExactly(
                        new Changed("Protection", "groups", Optional.empty(), Optional.of("Board")),
                        new Changed("Policies", "found", Optional.of("keep"), Optional.of("takeOver")),
                        new Changed("Users", "fields.email", Optional.empty(), Optional.of("${emails}")));
    }
}
