package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scimsuite.core.mapping.MappingDifference.Changed;
import org.scimsuite.core.mapping.MappingDifference.RuleAdded;
import org.scimsuite.core.mapping.MappingDifference.RuleMoved;
import org.scimsuite.core.mapping.MappingDifference.RuleRemoved;

/** What has changed from one mapping to another. Rules are the same when they have the same name. */
public final class MappingDiff {

    private final List<MappingDifference> differences = new ArrayList<>();

    private MappingDiff() {}

    /** All differences between two mappings without problems; empty exactly when they are equal. */
    public static List<MappingDifference> between(Mapping before, Mapping after) {
        MappingDiff diff = new MappingDiff();
        diff.rules(before.groups().rules(), after.groups().rules(), GroupRule::name, RuleParts::of);
        diff.rules(before.groups().userRules(), after.groups().userRules(), UserGroupRule::name, RuleParts::of);
        diff.parts(
                "Protection",
                RuleParts.of(before.groups().protection()),
                RuleParts.of(after.groups().protection()));
        diff.parts(
                "Policies",
                RuleParts.of(before.groups().policies()),
                RuleParts.of(after.groups().policies()));
        diff.parts("Users", RuleParts.of(before.users()), RuleParts.of(after.users()));
        return List.copyOf(diff.differences);
    }

    private <R> void rules(
            List<R> before, List<R> after, Function<R, String> name, Function<R, Map<String, List<String>>> parts) {
        Map<String, Integer> old = positions(before, name);
        Map<String, Integer> now = positions(after, name);
        old.keySet().stream()
                .filter(rule -> !now.containsKey(rule))
                .forEach(rule -> differences.add(new RuleRemoved(rule)));
        Set<String> inPlace =
                inPlace(now.keySet().stream().filter(old::containsKey).toList(), old);
        now.forEach((rule, position) -> {
            Integer from = old.get(rule);
            if (from == null) {
                differences.add(new RuleAdded(rule, position + 1));
                return;
            }
            if (!inPlace.contains(rule)) {
                differences.add(new RuleMoved(rule, from + 1, position + 1));
            }
            parts("Rule \"" + rule + "\"", parts.apply(before.get(from)), parts.apply(after.get(position)));
        });
    }

    private static <R> Map<String, Integer> positions(List<R> rules, Function<R, String> name) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int index = 0; index < rules.size(); index++) {
            positions.put(name.apply(rules.get(index)), index);
        }
        return positions;
    }

    /** The most rules that kept their order among themselves, so that as few as possible are said to have moved. */
    private static Set<String> inPlace(List<String> rules, Map<String, Integer> old) {
        int[] length = new int[rules.size()];
        int[] previous = new int[rules.size()];
        Arrays.fill(previous, -1);
        int last = -1;
        for (int index = 0; index < rules.size(); index++) {
            length[index] = 1;
            for (int earlier = 0; earlier < index; earlier++) {
                if (old.get(rules.get(earlier)) < old.get(rules.get(index)) && length[earlier] >= length[index]) {
                    length[index] = length[earlier] + 1;
                    previous[index] = earlier;
                }
            }
            if (last < 0 || length[index] > length[last]) {
                last = index;
            }
        }
        Set<String> kept = new HashSet<>();
        for (int index = last; index >= 0; index = previous[index]) {
            kept.add(rules.get(index));
        }
        return kept;
    }

    private void parts(String subject, Map<String, List<String>> before, Map<String, List<String>> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            values(subject, name, before.getOrDefault(name, List.of()), after.getOrDefault(name, List.of()));
        }
    }

    /** One value is replaced; of several, those are named that came and went, or all when only their order is another. */
    private void values(String subject, String part, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return;
        }
        List<String> gone = without(before, after);
        List<String> come = without(after, before);
        if (gone.isEmpty() && come.isEmpty()) {
            changed(subject, part, Optional.of(String.join("; ", before)), Optional.of(String.join("; ", after)));
        } else if (gone.size() == 1 && come.size() == 1) {
            changed(subject, part, Optional.of(gone.get(0)), Optional.of(come.get(0)));
        } else {
            gone.forEach(value -> changed(subject, part, Optional.of(value), Optional.empty()));
            come.forEach(value -> changed(subject, part, Optional.empty(), Optional.of(value)));
        }
    }

    private void changed(String subject, String part, Optional<String> before, Optional<String> after) {
        differences.add(new Changed(subject, part, before, after));
    }

    /** The values that occur more often here than there. */
    private static List<String> without(List<String> values, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(other -> left.merge(other, 1, Integer::sum));
        return values.stream()
                .filter(value -> left.merge(value, -1, Integer::sum) < 0)
                .toList();
    }
}
