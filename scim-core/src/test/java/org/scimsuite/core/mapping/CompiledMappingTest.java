package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.mapping.GroupDecision.Asked;
import org.scimsuite.core.mapping.GroupDecision.Ignored;
import org.scimsuite.core.mapping.GroupDecision.Mapped;
import org.scimsuite.core.mapping.GroupDecision.Outcome;
import org.scimsuite.core.mapping.GroupDecision.Unmapped;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;

class CompiledMappingTest {

    private static final String DEPARTMENT = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";

    @TestFactory
    Stream<DynamicTest> decisions() {
        JsonNode corpus = Corpus.read("mapping/decide.json");
        List<GroupRule> rules = new ArrayList<>();
        corpus.get("rules").forEach(each -> rules.add(rule(each)));
        return Corpus.tests(corpus.get("cases"), "group", each -> check(rules, each));
    }

    private static void check(List<GroupRule> rules, JsonNode each) {
        GroupPolicies.Renamed renamed =
                each.has("follow") ? GroupPolicies.Renamed.FOLLOW : GroupPolicies.Renamed.KEEP_LOCAL_GROUP;
        String name = each.get("group").asText();
        GroupDecision decision = compiled(rules, renamed)
                .decide(new ProvidedGroup(
                        "1", name, Corpus.text(each, "firstName").orElse(name), Corpus.text(each, "externalId")));

        assertThat(decision.targets())
                .extracting(target -> target.group() + " < " + target.rule())
                .containsExactlyElementsOf(texts(each.path("targets")));
        if (each.has("ignored")) {
            assertThat(decision).isEqualTo(new Ignored(each.get("ignored").asText(), decision.asked()));
        } else {
            assertThat(decision).isInstanceOf(each.get("targets").isEmpty() ? Unmapped.class : Mapped.class);
        }
        if (each.has("asked")) {
            assertThat(decision.asked())
                    .extracting(CompiledMappingTest::shown)
                    .containsExactlyElementsOf(texts(each.get("asked")));
        }
    }

    private static String shown(Asked asked) {
        Outcome outcome = asked.outcome();
        if (outcome instanceof Outcome.UnusableName unusable) {
            return asked.rule() + ": " + unusable.problem();
        }
        return asked.rule() + (outcome instanceof Outcome.Matched ? ": yes" : ": no");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static GroupRule rule(JsonNode each) {
        String name = each.get("name").asText();
        Then then = each.has("goOn") ? Then.GO_ON : Then.STOP;
        if (each.has("ignore")) {
            JsonNode ignore = each.get("ignore");
            return new GroupRule.Ignore(
                    name, texts(ignore.get("groups")), texts(ignore.get("prefixes")), texts(ignore.get("patterns")));
        }
        if (each.has("pattern")) {
            return new GroupRule.Pattern(
                    name,
                    each.get("pattern").asText(),
                    each.get("template").asText(),
                    LetterCase.AS_IS,
                    Missing.CREATE,
                    then);
        }
        if (each.has("sameName")) {
            return new GroupRule.SameName(name, Missing.CREATE, then);
        }
        List<GroupRule.Table.Entry> entries = new ArrayList<>();
        each.get("table")
                .forEach(entry -> entries.add(
                        new GroupRule.Table.Entry(texts(entry.get("groups")), texts(entry.get("localGroups")))));
        return new GroupRule.Table(name, entries, Missing.CREATE, then);
    }

    private static CompiledMapping compiled(List<GroupRule> rules, GroupPolicies.Renamed renamed) {
        GroupPolicies careful = GroupPolicies.CAREFUL;
        return compiled(new GroupMapping(
                rules,
                List.of(),
                Protection.ADMINISTRATORS,
                new GroupPolicies(careful.found(), renamed, careful.emptied(), careful.inactive())));
    }

    private static CompiledMapping compiled(GroupMapping groups) {
        return CompiledMapping.of(new Mapping(groups, UserMapping.PLAIN), CoreSchemas.user());
    }

    private static ProvidedGroup group(String name) {
        return new ProvidedGroup("1", name, name, Optional.empty());
    }

    @Test
    void decideWhenSeveralRulesGiveTheSameGroupThenTheFirstOneNamesIt() {
        CompiledMapping mapping = compiled(
                List.of(
                        new GroupRule.SameName("first", Missing.SKIP, Then.GO_ON),
                        new GroupRule.Pattern("second", "(.*)", "$1", LetterCase.UPPER, Missing.CREATE, Then.STOP)),
                GroupPolicies.Renamed.FOLLOW);

        assertThat(mapping.decide(group("devs")).targets())
                .containsExactly(new LocalTarget("devs", "first", Missing.SKIP));
    }

    @Test
    void decideWhenARuleBeforeTheIgnoringOneGaveAGroupThenItStays() {
        CompiledMapping mapping = compiled(
                List.of(
                        new GroupRule.SameName("first", Missing.CREATE, Then.GO_ON),
                        new GroupRule.Ignore("second", List.of("devs"), List.of(), List.of()),
                        new GroupRule.Pattern("third", ".*", "x", LetterCase.AS_IS, Missing.CREATE, Then.STOP)),
                GroupPolicies.Renamed.FOLLOW);

        assertThat(mapping.decide(group("devs")).targets())
                .containsExactly(new LocalTarget("devs", "first", Missing.CREATE));
    }

    @Test
    void decideWhenTheNameThatIsMadeIsTooLongThenTheRuleGivesNothingAndTheNextIsNotAsked() {
        CompiledMapping mapping = compiled(
                List.of(
                        new GroupRule.Pattern("double", "(.*)", "$1$1", LetterCase.AS_IS, Missing.CREATE, Then.STOP),
                        new GroupRule.SameName("same", Missing.CREATE, Then.STOP)),
                GroupPolicies.Renamed.FOLLOW);
        String tooLong = "a".repeat(256);

        assertThat(mapping.decide(group("a".repeat(127))).targets()).hasSize(1);
        assertThat(mapping.decide(group("a".repeat(128))))
                .isEqualTo(new Unmapped(List.of(
                        new Asked("double", new Outcome.UnusableName(tooLong, "is longer than 255 characters")))));
    }

    @Test
    void decideWhenTheProvidersNameIsBlankThenNoGroupIsNamedAfterIt() {
        CompiledMapping mapping = compiled(
                List.of(new GroupRule.SameName("same", Missing.CREATE, Then.STOP)), GroupPolicies.Renamed.FOLLOW);

        assertThat(mapping.decide(group(" \t ")))
                .isEqualTo(new Unmapped(List.of(new Asked("same", new Outcome.UnusableName("", "is empty")))));
    }

    @Test
    void userGroupsWhenConditionsHoldThenEveryRuleGivesAndAGroupIsNamedOnce() {
        CompiledMapping mapping = compiled(new GroupMapping(
                List.of(),
                List.of(
                        new UserGroupRule("all", Optional.empty(), List.of("jira-users"), Missing.SKIP),
                        new UserGroupRule(
                                "engineers",
                                Optional.of("department eq \"Engineering\""),
                                List.of("eng", "Jira-Users"),
                                Missing.CREATE)),
                Protection.ADMINISTRATORS,
                GroupPolicies.CAREFUL));
        ScimResource user = ScimResource.empty(CoreSchemas.user());
        LocalTarget everybody = new LocalTarget("jira-users", "all", Missing.SKIP);

        assertThat(mapping.userGroups(user)).containsExactly(everybody);
        assertThat(mapping.userGroups(user.with(DEPARTMENT, AttributeValue.text("engineering"))))
                .containsExactly(everybody, new LocalTarget("eng", "engineers", Missing.CREATE));
        assertThat(mapping.userGroups(user.with(DEPARTMENT, AttributeValue.text("Sales"))))
                .containsExactly(everybody);
    }

    @Test
    void protectionWhenAskedThenIsWithoutRegardToCase() {
        CompiledMapping careful = compiled(new GroupMapping(
                List.of(),
                List.of(),
                new Protection(List.of("Secret"), List.of("Root"), Protection.Administrators.PROTECTED),
                GroupPolicies.CAREFUL));
        CompiledMapping open = compiled(new GroupMapping(
                List.of(),
                List.of(),
                new Protection(List.of("Secret"), List.of(), Protection.Administrators.PROVISIONED),
                GroupPolicies.CAREFUL));
        List<String> administrators = List.of("Jira-Administrators");

        assertThat(careful.isProtectedGroup("jira-administrators", administrators))
                .isTrue();
        assertThat(careful.isProtectedGroup("SECRET", List.of())).isTrue();
        assertThat(careful.isProtectedGroup("devs", administrators)).isFalse();
        assertThat(open.isProtectedGroup("jira-administrators", administrators)).isFalse();
        assertThat(open.isProtectedGroup("secret", administrators)).isTrue();
        assertThat(careful.isProtectedUser("ROOT")).isTrue();
        assertThat(open.isProtectedUser("root")).isFalse();
    }

    @Test
    void ofWhenAConditionIsNoFilterThenTheRuleAndThePositionAreNamed() {
        UserGroupRule rule =
                new UserGroupRule("engineers", Optional.of("department eq"), List.of("eng"), Missing.CREATE);

        assertThatExceptionOfType(InvalidMappingException.class)
                .isThrownBy(() -> compiled(
                        new GroupMapping(List.of(), List.of(rule), Protection.ADMINISTRATORS, GroupPolicies.CAREFUL)))
                .withMessageContainingAll("engineers", "position");
    }
}
