package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.provision.AlignmentPlanner.Person;
import org.scimsuite.core.provision.AlignmentPlanner.Plan;
import org.scimsuite.core.provision.PeopleAligner.Differences;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.GrantStore;

/** Carries out what aligning people asks for: grants, memberships, and the end of both. */
final class AlignmentExecutor {

    private final GrantStore grants;
    private final GroupChanges changes;
    private final EmptiedGroups emptied;
    private final Seats seats;
    private final SeatWaiters waiters;

    AlignmentExecutor(
            GrantStore grants, GroupChanges changes, EmptiedGroups emptied, Seats seats, SeatWaiters waiters) {
        this.grants = grants;
        this.changes = changes;
        this.emptied = emptied;
        this.seats = seats;
        this.waiters = waiters;
    }

    /**
     * Does all of it for which there are seats.
     *
     * @param last asked for when all is done, and written with the last of what is done, also when there is nothing to do
     * @throws DirectoryException.UserNotFound when a user was renamed or removed meanwhile
     * @throws DirectoryException.GroupNotFound when a group was
     */
    void carryOut(ProvisioningContext context, Differences differences, Supplier<Alongside> last) {
        Map<Person, Plan> plans = new LinkedHashMap<>();
        differences.people().forEach(person -> plans.put(person, AlignmentPlanner.plan(person, differences.around())));
        ChangePlan done = seats.allotting(context, plans, allotment -> carryOut(context, differences, allotment, last));
        waiters.after(context, done);
    }

    /**
     * A grant is written before its membership is given, and removed behind its end. So a crash leaves no membership that nobody
     * stands behind, and none that we gave is taken for one that was found. The grant of a membership that the directory does not
     * let go of stays, so that the next alignment tries again.
     */
    private ChangePlan carryOut(
            ProvisioningContext context, Differences differences, Seats.Allotment allotment, Supplier<Alongside> last) {
        Map<Person, Plan> plans = allotment.plans();
        List<Grant> given =
                plans.values().stream().flatMap(plan -> plan.given().stream()).toList();
        notes(plans.values()).forEach(context.notes()::add);
        SeatWaiters.notes(allotment.waiting()).forEach(context.notes()::add);
        ChangePlan plan = changes(plans.values());
        Alongside begun = plan.isEmpty() ? Alongside.NOTHING : context.trace().planned(plan);
        if (!given.isEmpty()) {
            write(given, List.of(), begun);
        }
        GroupChanges.Refused refused = changes.make(context, plan);
        List<Grant> ended = new ArrayList<>(differences.orphans());
        plans.forEach((person, of) -> of.ended().stream()
                .filter(grant -> !refused.keeps(person.name(), grant.localGroup()))
                .forEach(ended::add));
        given.stream().filter(grant -> refused.givesNobody(grant.localGroup())).forEach(ended::add);
        if (!plan.isEmpty()) {
            context.trace().changed();
        }
        Set<String> held = emptied.removeBefore(context, differences.mapping(), ended);
        Alongside end = allotment.waiting().isEmpty()
                ? last.get()
                : waiters.remembering(context, allotment.waiting()).and(last.get());
        write(List.of(), ended, end);
        emptied.removeBehind(context, held);
        return plan;
    }

    private static Set<String> notes(Collection<Plan> plans) {
        Set<String> notes = new LinkedHashSet<>();
        plans.forEach(plan -> notes.addAll(plan.notes()));
        return notes;
    }

    private static ChangePlan changes(Collection<Plan> plans) {
        Set<Change> changes = new LinkedHashSet<>();
        plans.forEach(plan -> changes.addAll(plan.changes()));
        return new ChangePlan(List.copyOf(changes));
    }

    /** Writes what ends an alignment that had nobody to align. */
    void end(Alongside alongside) {
        write(List.of(), List.of(), alongside);
    }

    private void write(List<Grant> given, List<Grant> ended, Alongside alongside) {
        if (!given.isEmpty() || !ended.isEmpty() || alongside != Alongside.NOTHING) {
            grants.write(given, ended, alongside);
        }
    }
}
