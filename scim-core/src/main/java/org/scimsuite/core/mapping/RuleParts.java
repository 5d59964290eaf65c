package org.scimsuite.core.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;

/** The parts of a mapping as texts, by what its document calls them; equal exactly for what is equal. */
final class RuleParts {

    private RuleParts() {}

    static Map<String, List<String>> of(GroupRule rule) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        if (rule instanceof GroupRule.Table table) {
            parts.put("type", List.of("table"));
            parts.put("entries", table.entries().stream().map(RuleParts::line).toList());
            parts.put("missing", word(table.missing()));
        } else if (rule instanceof GroupRule.SameName sameName) {
            parts.put("type", List.of("sameName"));
            parts.put("missing", word(sameName.missing()));
        } else if (rule instanceof GroupRule.Pattern pattern) {
            parts.put("type", List.of("pattern"));
            parts.put("pattern", List.of(pattern.pattern()));
            parts.put("template", List.of(pattern.template()));
            parts.put("letterCase", word(pattern.letterCase()));
            parts.put("missing", word(pattern.missing()));
        } else if (rule instanceof GroupRule.Ignore ignore) {
            parts.put("type", List.of("ignore"));
            parts.put("groups", ignore.groups());
            parts.put("prefixes", ignore.prefixes());
            parts.put("patterns", ignore.patterns());
        }
        parts.put("then", word(rule.then()));
        return parts;
    }

    /** Quoted, so that no two different lines read the same. */
    private static String line(GroupRule.Table.Entry entry) {
        return quoted(entry.groups()) + " -> " + quoted(entry.localGroups());
    }

    private static List<String> quoted(List<String> names) {
        return names.stream()
                .map(name -> "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .toList();
    }

    static Map<String, List<String>> of(UserGroupRule rule) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        rule.condition().ifPresent(condition -> parts.put("condition", List.of(condition)));
        parts.put("localGroups", rule.localGroups());
        parts.put("missing", word(rule.missing()));
        return parts;
    }

    static Map<String, List<String>> of(Protection protection) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("groups", protection.groups());
        parts.put("users", protection.users());
        parts.put("administrators", word(protection.administrators()));
        return parts;
    }

    static Map<String, List<String>> of(GroupPolicies policies) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("found", word(policies.found()));
        parts.put("renamed", word(policies.renamed()));
        parts.put("emptied", word(policies.emptied()));
        parts.put("inactive", word(policies.inactive()));
        return parts;
    }

    static Map<String, List<String>> of(UserMapping users) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        UserNameRule userName = users.userName();
        parts.put("userName.source", List.of(userName.source()));
        userName.rewriting().ifPresent(rewriting -> {
            parts.put("userName.pattern", List.of(rewriting.pattern()));
            parts.put("userName.template", List.of(rewriting.template()));
        });
        parts.put("userName.letterCase", word(userName.letterCase()));
        parts.put(
                "userName.examples",
                userName.examples().stream()
                        .map(example -> quoted(List.of(example.given(), example.expected()))
                                .toString())
                        .toList());
        users.fields().forEach((field, templates) -> parts.put("fields." + MappingWords.of(field), made(templates)));
        users.attributes().forEach((name, templates) -> parts.put("attributes." + name, made(templates)));
        return parts;
    }

    /** A field without any template is another thing than one that is not mentioned. */
    private static List<String> made(List<String> templates) {
        return templates.isEmpty() ? List.of("nothing") : templates;
    }

    private static List<String> word(Enum<?> constant) {
        return List.of(MappingWords.of(constant));
    }
}
