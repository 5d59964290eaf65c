package org.scimsuite.workbench.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in words what became different between two looks at a directory. */
final class DirectoryEffect {

    private DirectoryEffect() {}

    /** Returns one sentence part for each person who appeared, changed or went; empty when nothing did. */
    static List<String> between(List<Person> before, List<Person> after) {
        Map<String, Person> known = new HashMap<>();
        before.forEach(person -> known.put(person.externalId(), person));
        List<String> effects = new ArrayList<>();
        for (Person now : after) {
            Person then = known.remove(now.externalId());
            if (then == null) {
                effects.add("+ " + now.name() + " (" + now.displayName() + state(now) + ")" + joined(now));
            } else if (!then.equals(now)) {
                effects.add(changes(then, now));
            }
        }
        known.values().forEach(gone -> effects.add("- " + gone.name()));
        return effects;
    }

    private static String changes(Person then, Person now) {
        List<String> changes = new ArrayList<>();
        if (!then.name().equals(now.name())) {
            changes.add("renamed to " + now.name());
        }
        difference(changes, "display name", then.displayName(), now.displayName());
        difference(changes, "first name", then.firstName(), now.firstName());
        difference(changes, "last name", then.lastName(), now.lastName());
        difference(changes, "e-mail", then.email(), now.email());
        if (then.active() != now.active()) {
            changes.add(now.active() ? "active again" : "deactivated");
        }
        List<String> effects = new ArrayList<>();
        if (!changes.isEmpty()) {
            effects.add(then.name() + ": " + String.join(", ", changes));
        }
        difference(now.groups(), then.groups()).forEach(group -> effects.add(now.name() + " joins " + group));
        difference(then.groups(), now.groups()).forEach(group -> effects.add(now.name() + " leaves " + group));
        return String.join("; ", effects);
    }

    private static String joined(Person person) {
        return person.groups().isEmpty() ? "" : ", joins " + String.join(", ", person.groups());
    }

    private static List<String> difference(List<String> groups, List<String> without) {
        return groups.stream().filter(group -> !without.contains(group)).toList();
    }

    private static void difference(List<String> changes, String what, String then, String now) {
        if (!then.equals(now)) {
            changes.add(what + " \"" + now + "\"");
        }
    }

    private static String state(Person person) {
        return person.active() ? "" : ", inactive";
    }
}
