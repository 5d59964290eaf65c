package org.scimsuite.core.provision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.CreateGroup;
import org.scimsuite.core.provision.Change.RemoveFromGroup;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.Grant.Origin;

/** The difference between the local groups that somebody shall be in and those that were given. Pure: the same question has the same answer. */
public final class AlignmentPlanner {

    private AlignmentPlanner() {}

    /**
     * A person.
     *
     * @param name in the directory
     * @param activation whether the directory lets the person in
     * @param desired by the name key of the group
     * @param actual the name keys of the groups that the directory has the person in; empty when nobody looked: what was given is believed
     *     to be there then, and what was not given not to be
     * @param others the grants that other connections of the directory have for the person, by the name key of the group
     */
    public record Person(
            String userId,
            String name,
            Activation activation,
            Map<String, DesiredMembership> desired,
            List<Grant> grants,
            Optional<Set<String>> actual,
            Map<String, Origin> others) {

        private boolean isSeenIn(String key) {
            return actual.filter(groups -> groups.contains(key)).isPresent();
        }

        private boolean isMissedIn(String key) {
            return actual.filter(groups -> !groups.contains(key)).isPresent();
        }
    }

    /**
     * What holds for everybody.
     *
     * @param localGroups the groups that the directory has, as it spells them, by their name keys; those that people are about to get or
     *     lose are enough
     * @param isProtected whether a local group gets and loses nobody, by its name
     */
    public record Surroundings(
            Map<String, String> localGroups,
            Predicate<String> isProtected,
            Found found,
            String connectionId,
            Instant now,
            String journalId) {}

    /**
     * What is to be done for a person.
     *
     * @param changes in their order; a group that several people need is created by the plan of each of them
     * @param given the grants to write before
     * @param ended the grants to remove behind
     * @param notes what is not done, and why, as sentences
     */
    public record Plan(List<Change> changes, List<Grant> given, List<Grant> ended, List<String> notes) {
        public Plan {
            changes = List.copyOf(changes);
            given = List.copyOf(given);
            ended = List.copyOf(ended);
            notes = List.copyOf(notes);
        }

        /** The same but for the membership of one local group, which is not given. */
        Plan withoutJoining(String localGroup) {
            String key = DirectoryGroup.nameKey(localGroup);
            return new Plan(
                    changes.stream()
                            .filter(change -> !(change instanceof AddToGroup add
                                            && DirectoryGroup.nameKey(add.group())
                                                    .equals(key))
                                    && !(change instanceof CreateGroup create
                                            && DirectoryGroup.nameKey(create.name())
                                                    .equals(key)))
                            .toList(),
                    given.stream()
                            .filter(grant ->
                                    !DirectoryGroup.nameKey(grant.localGroup()).equals(key))
                            .toList(),
                    ended,
                    notes);
        }
    }

    public static Plan plan(Person person, Surroundings around) {
        Draft draft = new Draft(person, around);
        Map<String, Grant> grants = new LinkedHashMap<>();
        person.grants().forEach(grant -> grants.put(DirectoryGroup.nameKey(grant.localGroup()), grant));
        grants.forEach((key, grant) -> {
            if (!person.desired().containsKey(key) && !around.isProtected().test(grant.localGroup())) {
                draft.end(key, grant);
            }
        });
        person.desired().forEach((key, desired) -> {
            if (!around.isProtected().test(desired.localGroup())) {
                draft.want(key, desired, Optional.ofNullable(grants.get(key)));
            }
        });
        return new Plan(draft.changes, draft.given, draft.ended, draft.notes);
    }

    /** A plan in the making. */
    private static final class Draft {

        private final Person person;
        private final Surroundings around;
        private final List<Change> changes = new ArrayList<>();
        private final List<Grant> given = new ArrayList<>();
        private final List<Grant> ended = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Draft(Person person, Surroundings around) {
            this.person = person;
            this.around = around;
        }

        void want(String key, DesiredMembership desired, Optional<Grant> grant) {
            String localGroup = around.localGroups().getOrDefault(key, desired.localGroup());
            if (person.isSeenIn(key)) {
                if (grant.isEmpty()) {
                    boolean ours = person.others().get(key) == Origin.GIVEN;
                    given.add(granted(localGroup, ours ? Origin.GIVEN : Origin.FOUND));
                }
            } else if (grant.isEmpty() || person.isMissedIn(key)) {
                give(key, localGroup, desired.missing());
            }
        }

        private void give(String key, String localGroup, Missing missing) {
            if (!around.localGroups().containsKey(key)) {
                if (missing == Missing.SKIP) {
                    notes.add("The local group \"" + localGroup
                            + "\" does not exist, and its rule does not create it: \"" + person.name()
                            + "\" is not added.");
                    return;
                }
                changes.add(new CreateGroup(localGroup));
            }
            changes.add(new AddToGroup(person.name(), localGroup));
            given.add(granted(localGroup, Origin.GIVEN));
        }

        void end(String key, Grant grant) {
            ended.add(grant);
            boolean isOurs = grant.origin() == Origin.GIVEN || around.found() == Found.TAKE_OVER;
            if (!isOurs) {
                if (around.found() == Found.REPORT) {
                    notes.add("\"" + person.name() + "\" stays in the local group \"" + grant.localGroup()
                            + "\": the membership was there before a rule asked for it.");
                }
            } else if (person.others().containsKey(key)) {
                notes.add("\"" + person.name() + "\" stays in the local group \"" + grant.localGroup()
                        + "\": another connection asks for it.");
            } else if (around.localGroups().containsKey(key) && !person.isMissedIn(key)) {
                changes.add(
                        new RemoveFromGroup(person.name(), around.localGroups().get(key)));
            }
        }

        private Grant granted(String localGroup, Origin origin) {
            return new Grant(
                    around.connectionId(), person.userId(), localGroup, origin, around.now(), around.journalId());
        }
    }
}
