package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.mapping.GroupRule.Table;
import org.scimsuite.core.mapping.UserMapping.Example;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.schema.ResourceType;

/** Everything that is wrong with a mapping, so that an administrator sees all of it at once. */
public final class MappingChecks {

    /** Rules of both kinds together. */
    public static final int MAX_RULES = 500;

    /** Lines of all tables together. */
    public static final int MAX_ENTRIES = 10_000;

    private final List<MappingProblem> problems = new ArrayList<>();
    private final Set<String> ruleNames = new HashSet<>();
    private final ResourceType users;
    private final CompiledMapping protection;
    private final Collection<String> administratorGroups;

    private MappingChecks(Mapping mapping, ResourceType users, Collection<String> administratorGroups) {
        GroupMapping groups = mapping.groups();
        GroupMapping withoutRules = new GroupMapping(List.of(), List.of(), groups.protection(), groups.policies());
        this.protection = CompiledMapping.of(new Mapping(withoutRules, UserMapping.PLAIN), users);
        this.users = users;
        this.administratorGroups = administratorGroups;
    }

    /**
     * Looks at a mapping.
     *
     * @param users the type of the users that conditions and placeholders are about
     * @param administratorGroups the groups of the product's administrators
     * @return in the order of the mapping; empty when it can be used
     */
    public static List<MappingProblem> of(Mapping mapping, ResourceType users, Collection<String> administratorGroups) {
        MappingChecks checks = new MappingChecks(mapping, users, administratorGroups);
        checks.groups(mapping.groups());
        checks.users(mapping.users());
        return List.copyOf(checks.problems);
    }

    private void groups(GroupMapping groups) {
        if (groups.rules().size() + groups.userRules().size() > MAX_RULES) {
            add("/groups/rules", "A mapping has at most " + MAX_RULES + " rules.");
        }
        int entries = groups.rules().stream()
                .mapToInt(rule -> rule instanceof Table table ? table.entries().size() : 0)
                .sum();
        if (entries > MAX_ENTRIES) {
            add("/groups/rules", "The tables of a mapping have at most " + MAX_ENTRIES + " lines together.");
        }
        for (int index = 0; index < groups.rules().size(); index++) {
            rule("/groups/rules/" + index, groups.rules().get(index));
        }
        for (int index = 0; index < groups.userRules().size(); index++) {
            userRule("/groups/userRules/" + index, groups.userRules().get(index));
        }
        names("/groups/protection/groups", groups.protection().groups());
        names("/groups/protection/users", groups.protection().users());
    }

    private void rule(String path, GroupRule rule) {
        ruleName(path, rule.name());
        if (rule instanceof Table table) {
            table(path + "/entries", table);
        } else if (rule instanceof GroupRule.Pattern pattern) {
            rewriting(path, pattern.pattern(), pattern.template());
            constantTarget(path + "/template", pattern);
        } else if (rule instanceof GroupRule.Ignore ignore) {
            names(path + "/groups", ignore.groups());
            names(path + "/prefixes", ignore.prefixes());
            for (int index = 0; index < ignore.patterns().size(); index++) {
                String pattern = ignore.patterns().get(index);
                attempt(path + "/patterns/" + index, () -> NamePattern.compile(pattern));
            }
        }
    }

    private void table(String path, Table table) {
        if (table.entries().isEmpty()) {
            add(path, "A table needs at least one line.");
        }
        for (int index = 0; index < table.entries().size(); index++) {
            Table.Entry entry = table.entries().get(index);
            String line = path + "/" + index;
            if (entry.groups().isEmpty()) {
                add(line + "/groups", "A line needs at least one group of the provider.");
            }
            names(line + "/groups", entry.groups());
            targets(line + "/localGroups", entry.localGroups());
        }
    }

    /** A template without placeholders always gives the same group, so that it is known to be protected or not. */
    private void constantTarget(String path, GroupRule.Pattern rule) {
        try {
            Template template = Template.parse(rule.template());
            if (template.placeholders().isEmpty()) {
                template.fill(name -> Optional.empty())
                        .ifPresent(text -> target(path, rule.letterCase().apply(text)));
            }
        } catch (InvalidMappingException e) {
            // It is reported where pattern and template are compared.
        }
    }

    private void userRule(String path, UserGroupRule rule) {
        ruleName(path, rule.name());
        rule.condition().ifPresent(text -> attempt(path + "/condition", () -> CompiledMapping.condition(text, users)));
        targets(path + "/localGroups", rule.localGroups());
    }

    private void ruleName(String path, String name) {
        name(path + "/name", name);
        if (!ruleNames.add(name.strip())) {
            add(path + "/name", "Another rule is called \"" + Excerpt.of(name) + "\" too; reasons would be unclear.");
        }
    }

    private void targets(String path, List<String> localGroups) {
        if (localGroups.isEmpty()) {
            add(path, "At least one local group is needed here.");
        }
        for (int index = 0; index < localGroups.size(); index++) {
            target(path + "/" + index, localGroups.get(index));
        }
    }

    private void target(String path, String localGroup) {
        name(path, localGroup);
        if (protection.isProtectedGroup(localGroup.strip(), administratorGroups)) {
            add(
                    path,
                    "The group \"" + Excerpt.of(localGroup) + "\" is protected; no rule can put people into it."
                            + " Leave it out, or lift its protection first.");
        }
    }

    private void names(String path, List<String> names) {
        for (int index = 0; index < names.size(); index++) {
            name(path + "/" + index, names.get(index));
        }
    }

    private void name(String path, String name) {
        LocalNames.problem(name)
                .ifPresent(problem -> add(path, "The name \"" + Excerpt.of(name) + "\" " + problem + "."));
    }

    private void users(UserMapping mapping) {
        userName("/users/userName", mapping.userName());
        mapping.fields().forEach((field, templates) -> templates("/users/fields/" + MappingWords.of(field), templates));
        mapping.attributes().forEach((name, templates) -> {
            String path = "/users/attributes/" + MappingWords.pointer(name);
            name(path, name);
            templates(path, templates);
        });
    }

    private void userName(String path, UserNameRule rule) {
        attribute(path + "/source", rule.source());
        rule.rewriting()
                .ifPresent(rewriting -> rewriting(path + "/rewriting", rewriting.pattern(), rewriting.template()));
        for (int index = 0; index < rule.examples().size(); index++) {
            Example example = rule.examples().get(index);
            String at = path + "/examples/" + index;
            made(rule, example.given())
                    .filter(made -> !made.equals(example.expected()))
                    .ifPresent(made -> add(
                            at,
                            "The rule makes \"" + Excerpt.of(made) + "\" of \"" + Excerpt.of(example.given())
                                    + "\", and the example expects \"" + Excerpt.of(example.expected()) + "\"."));
        }
    }

    /** What becomes of a value; empty when the rule cannot be read, which is a problem of its own. */
    private Optional<String> made(UserNameRule rule, String value) {
        try {
            UserNameRule withoutExamples =
                    new UserNameRule(rule.source(), rule.rewriting(), rule.letterCase(), List.of());
            return Optional.of(UserNames.of(withoutExamples, users).from(value));
        } catch (InvalidMappingException e) {
            return Optional.empty();
        }
    }

    private void templates(String path, List<String> templates) {
        if (templates.isEmpty()) {
            add(path, "At least one template is needed here.");
        }
        for (int index = 0; index < templates.size(); index++) {
            String at = path + "/" + index;
            String text = templates.get(index);
            attempt(at, () -> Template.parse(text).placeholders().forEach(placeholder -> attribute(at, placeholder)));
        }
    }

    private void attribute(String path, String attribute) {
        attempt(path, () -> SourcePath.of(attribute, users));
    }

    /** Pattern and template; when the pattern itself is wrong, the template cannot be compared with it. */
    private void rewriting(String path, String pattern, String template) {
        if (attempt(path + "/pattern", () -> NamePattern.compile(pattern))) {
            attempt(path + "/template", () -> Rewriter.of(pattern, template, LetterCase.AS_IS));
        } else {
            attempt(path + "/template", () -> Template.parse(template));
        }
    }

    private boolean attempt(String path, Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (InvalidMappingException e) {
            add(path, e.getMessage());
            return false;
        }
    }

    private void add(String path, String sentence) {
        problems.add(new MappingProblem(path, sentence));
    }
}
