package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scimsuite.core.directory.DirectoryGroup;

/** A rule that is made ready once, so that asking it costs a look-up or a match and no walk through a table. */
interface CompiledGroupRule {

    /**
     * Asks the rule.
     *
     * @param names what the provider calls the group, the name that local groups are made of first
     * @return the names of local groups; empty when the rule is about other groups
     */
    Optional<List<String>> localGroups(List<String> names, Optional<String> externalId);

    /** @throws InvalidMappingException when a pattern or template cannot be read */
    static CompiledGroupRule of(GroupRule rule) {
        if (rule instanceof GroupRule.Table table) {
            return CompiledTable.of(table.entries());
        }
        if (rule instanceof GroupRule.Pattern pattern) {
            Rewriter rewriter = Rewriter.of(pattern.pattern(), pattern.template(), pattern.letterCase());
            return (names, externalId) -> rewriter.rewrite(names.get(0)).map(List::of);
        }
        if (rule instanceof GroupRule.Ignore ignore) {
            return CompiledIgnore.of(ignore);
        }
        return (names, externalId) -> Optional.of(List.of(names.get(0)));
    }

    /** The lines of a table, by each name or externalId that leads to them. */
    record CompiledTable(
            List<GroupRule.Table.Entry> entries,
            Map<String, List<Integer>> byName,
            Map<String, List<Integer>> byExternalId)
            implements CompiledGroupRule {

        static CompiledTable of(List<GroupRule.Table.Entry> entries) {
            Map<String, List<Integer>> byName = new HashMap<>();
            Map<String, List<Integer>> byExternalId = new HashMap<>();
            for (int index = 0; index < entries.size(); index++) {
                for (String group : entries.get(index).groups()) {
                    byName.computeIfAbsent(DirectoryGroup.nameKey(group), key -> new ArrayList<>(1))
                            .add(index);
                    byExternalId
                            .computeIfAbsent(group, key -> new ArrayList<>(1))
                            .add(index);
                }
            }
            return new CompiledTable(entries, byName, byExternalId);
        }

        /** All lines about the group count. */
        @Override
        public Optional<List<String>> localGroups(List<String> names, Optional<String> externalId) {
            Set<Integer> lines = new TreeSet<>();
            names.forEach(name -> lines.addAll(byName.getOrDefault(DirectoryGroup.nameKey(name), List.of())));
            externalId.ifPresent(id -> lines.addAll(byExternalId.getOrDefault(id, List.of())));
            List<String> found = lines.stream()
                    .flatMap(line -> entries.get(line).localGroups().stream())
                    .toList();
            return lines.isEmpty() ? Optional.empty() : Optional.of(found);
        }
    }

    /** Matches with no local group. */
    record CompiledIgnore(Set<String> nameKeys, Set<String> groups, List<String> prefixKeys, List<NamePattern> patterns)
            implements CompiledGroupRule {

        static CompiledIgnore of(GroupRule.Ignore ignore) {
            Set<String> nameKeys = new HashSet<>();
            ignore.groups().forEach(group -> nameKeys.add(DirectoryGroup.nameKey(group)));
            return new CompiledIgnore(
                    nameKeys,
                    Set.copyOf(ignore.groups()),
                    ignore.prefixes().stream().map(DirectoryGroup::nameKey).toList(),
                    ignore.patterns().stream().map(NamePattern::compile).toList());
        }

        @Override
        public Optional<List<String>> localGroups(List<String> names, Optional<String> externalId) {
            boolean matches = externalId.filter(groups::contains).isPresent()
                    || names.stream().anyMatch(this::matches);
            return matches ? Optional.of(List.of()) : Optional.empty();
        }

        private boolean matches(String name) {
            String key = DirectoryGroup.nameKey(name);
            return nameKeys.contains(key)
                    || prefixKeys.stream().anyMatch(key::startsWith)
                    || patterns.stream().anyMatch(pattern -> pattern.matches(name));
        }
    }
}
