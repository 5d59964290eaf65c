package org.scimsuite.core.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.core.provision.AlignmentPlanner.Person;
import org.scimsuite.core.provision.AlignmentPlanner.Plan;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.CreateUser;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.ReactivateUser;
import org.scimsuite.core.provision.Change.RemoveUser;

/**
 * Lets nobody take a seat that the product's licence does not have. The product is asked when a plan can take a seat, and not otherwise; who
 * writes while seats are scarce does so alone, so that two requests do not take the same one.
 */
final class Seats {

    /** With so many more free than are wanted, all requests of a moment find one. */
    private static final int PLENTY = 1_000;

    /** Taken behind all others: whoever holds it takes no further lock. */
    private static final String LOCK = "seats:all";

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final SeatPort port;
    private final UserDirectoryPort directory;
    private final Locks locks;

    Seats(SeatPort port, UserDirectoryPort directory, Locks locks) {
        this.port = port;
        this.directory = directory;
        this.locks = locks;
    }

    /** Whether the product counts seats; without, nothing about them costs anything. */
    boolean areCounted() {
        return port != SeatPort.UNCOUNTED;
    }

    /** The pools as they are at this moment. */
    List<SeatPool> pools() {
        return port.pools();
    }

    /**
     * What a request does to one person.
     *
     * @param actual the person as the directory has it, if it has
     * @param newGroups the local groups that the request itself gives the person; asked for when somebody is let in at all
     */
    record Admission(Optional<DirectoryUser> actual, ChangePlan plan, Supplier<Collection<String>> newGroups) {

        private boolean isInBefore() {
            return actual.map(DirectoryUser::isActive).orElse(false);
        }

        private boolean isInAfter() {
            boolean in = isInBefore();
            for (Change change : plan.changes()) {
                if (change instanceof CreateUser create) {
                    in = create.profile().active().isActive();
                } else if (change instanceof ReactivateUser) {
                    in = true;
                } else if (change instanceof DeactivateUser || change instanceof RemoveUser) {
                    in = false;
                }
            }
            return in;
        }
    }

    /**
     * Does the work that lets a person in, when there is a seat for that or none is needed.
     *
     * @throws ScimException 400 invalidValue when there is none, and nothing was done; 503 when other requests are taking seats for too long
     */
    <T> T admitting(ProvisioningContext context, Admission admission, Supplier<T> work) {
        if (!areCounted() || !admission.isInAfter()) {
            return work.get();
        }
        Collection<String> newGroups = admission.newGroups().get();
        if (admission.isInBefore() && newGroups.isEmpty()) {
            return work.get();
        }
        SeatCount count = new SeatCount(context.directoryId(), pools());
        Optional<Collection<String>> held = count.isEmpty() ? Optional.empty() : Optional.of(held(context, admission));
        List<SeatPool> wanted =
                held.map(groups -> wanted(count, admission, groups, newGroups)).orElse(List.of());
        if (wanted.isEmpty() || count.scarcest(wanted) > PLENTY) {
            return work.get();
        }
        return alone(() -> {
            SeatCount now = new SeatCount(context.directoryId(), pools());
            now.take(wanted(now, admission, held.orElseThrow(), newGroups)).ifPresent(full -> {
                throw full(full);
            });
            return work.get();
        });
    }

    private Collection<String> held(ProvisioningContext context, Admission admission) {
        return admission
                .actual()
                .map(user -> directory.groupsOfUser(context.directoryId(), user.name()))
                .orElse(List.of());
    }

    private static List<SeatPool> wanted(
            SeatCount count, Admission admission, Collection<String> held, Collection<String> newGroups) {
        List<String> groups = new ArrayList<>(held);
        groups.addAll(newGroups);
        return SeatCount.without(count.heldBy(groups), admission.isInBefore() ? count.heldBy(held) : List.of());
    }

    private static ScimException full(SeatPool pool) {
        return new ScimException(ScimError.badRequest(
                ScimType.INVALID_VALUE,
                "This person needs a seat of \"" + pool.name() + "\", and none is free: " + taken(pool)
                        + ". Nothing was changed. Deactivate or unassign somebody else at the identity provider, or ask the product's"
                        + " administrator for a licence with more seats; then send this again."));
    }

    /** How full a pool is, as a part of a sentence. */
    static String taken(SeatPool pool) {
        return pool.taken() + " of " + pool.limit().orElseThrow() + " seats are taken";
    }

    /**
     * What was given of what people shall get.
     *
     * @param plans those of all people, without the memberships for which there is no seat
     * @param waiting who does not get what
     */
    record Allotment(Map<Person, Plan> plans, List<Waiting> waiting) {}

    /** Somebody who waits for a seat. */
    record Waiting(Person person, String localGroup, SeatPool pool) {}

    /**
     * Does the work that puts people into local groups: those for whom there is a seat. Who has one already, in whichever group, needs none.
     *
     * @throws ScimException 503 when other requests are taking seats for too long
     */
    <T> T allotting(ProvisioningContext context, Map<Person, Plan> plans, Function<Allotment, T> work) {
        List<Person> joining = areCounted()
                ? plans.keySet().stream()
                        .filter(person -> person.activation().isActive()
                                && !joined(plans.get(person)).isEmpty())
                        .toList()
                : List.of();
        Allotment all = new Allotment(plans, List.of());
        if (joining.isEmpty()) {
            return work.apply(all);
        }
        SeatCount count = new SeatCount(context.directoryId(), pools());
        List<SeatPool> wanted = joining.stream()
                .flatMap(person -> joined(plans.get(person)).stream())
                .distinct()
                .flatMap(group -> count.givenBy(group).stream())
                .toList();
        if (wanted.isEmpty() || count.scarcest(wanted) - joining.size() > PLENTY) {
            return work.apply(all);
        }
        return alone(() -> work.apply(allot(context, plans, joining)));
    }

    private Allotment allot(ProvisioningContext context, Map<Person, Plan> plans, List<Person> joining) {
        SeatCount count = new SeatCount(context.directoryId(), pools());
        Map<Person, Plan> allotted = new LinkedHashMap<>(plans);
        List<Waiting> waiting = new ArrayList<>();
        joining.stream()
                .sorted(Comparator.comparing(person -> DirectoryUser.nameKey(person.name())))
                .forEach(person -> {
                    Plan plan = plans.get(person);
                    List<String> groups = new ArrayList<>();
                    if (joined(plan).stream()
                            .anyMatch(group -> !count.givenBy(group).isEmpty())) {
                        groups.addAll(directory.groupsOfUser(context.directoryId(), person.name()));
                    }
                    for (String group : joined(plan)) {
                        Optional<SeatPool> full =
                                count.take(SeatCount.without(count.givenBy(group), count.heldBy(groups)));
                        if (full.isEmpty()) {
                            groups.add(group);
                        } else {
                            waiting.add(new Waiting(person, group, full.get()));
                            plan = plan.withoutJoining(group);
                        }
                    }
                    allotted.put(person, plan);
                });
        return new Allotment(allotted, waiting);
    }

    private static List<String> joined(Plan plan) {
        return plan.changes().stream()
                .filter(AddToGroup.class::isInstance)
                .map(change -> ((AddToGroup) change).group())
                .toList();
    }

    private <T> T alone(Supplier<T> work) {
        return locks.tryWith(LOCK, TIMEOUT, work)
                .orElseThrow(() -> new ScimException(ScimError.unavailable(
                        "Other requests are taking the last seats of the product's licence. Send this one again.",
                        RETRY_AFTER_SECONDS)));
    }
}
