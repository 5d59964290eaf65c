package org.scimsuite.workbench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom a directory holds, and who is in which local group: what several products must agree on after the same play.
 *
 * @param people by their names, without their groups and what each directory makes up for itself
 * @param groups the names of the members by the names of the groups
 */
public record EndState(Map<String, Person> people, Map<String, Set<String>> groups) {

    public EndState {
        people = Map.copyOf(people);
        groups = Map.copyOf(groups);
    }

    /** Reads what a directory holds now. */
    public static EndState of(StandInPeople directory) {
        Map<String, Person> people = new TreeMap<>();
        directory.people().forEach(person -> people.put(person.name(), plain(person)));
        Map<String, Set<String>> groups = new TreeMap<>();
        directory.groups().forEach((name, members) -> groups.put(name, Set.copyOf(members)));
        return new EndState(people, groups);
    }

    /** Groups stand on their own: those that a product has from the beginning are not what is compared. */
    private static Person plain(Person person) {
        return new Person(
                person.name(),
                person.displayName(),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.active(),
                "",
                List.of());
    }

    /** Returns the people and groups that have come or changed since then: each product begins with an admin and groups of its own. */
    public EndState since(EndState before) {
        return new EndState(without(people, before.people), without(groups, before.groups));
    }

    private static <V> Map<String, V> without(Map<String, V> now, Map<String, V> before) {
        Map<String, V> rest = new TreeMap<>(now);
        before.forEach(rest::remove);
        return rest;
    }

    /** Returns one sentence for each person and group in which the other one differs; none when they agree. */
    public List<String> differencesTo(EndState other) {
        List<String> differences = new ArrayList<>();
        compare(people, other.people, differences);
        compare(groups, other.groups, differences);
        return differences;
    }

    private static <V> void compare(Map<String, V> ours, Map<String, V> theirs, List<String> differences) {
        Set<String> names = new TreeSet<>();
        Stream.of(ours, theirs).forEach(of -> names.addAll(of.keySet()));
        for (String name : names) {
            V one = ours.get(name);
            V two = theirs.get(name);
            if (!Objects.equals(one, two)) {
                differences.add(name + " is " + shown(two) + " and not " + shown(one));
            }
        }
    }

    private static String shown(Object value) {
        return value == null ? "missing" : value.toString();
    }
}
