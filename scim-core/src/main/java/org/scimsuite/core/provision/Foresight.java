package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.RemoveFromGroup;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/** What would become of people under a mapping that need not be in force. Changes nothing. */
public final class Foresight {

    private final PeopleAligner people;
    private final DesiredMemberships memberships;
    private final UserViews views;
    private final UserRemapper remapper;
    private final Seats seats;
    private final UserDirectoryPort directory;

    Foresight(
            PeopleAligner people,
            DesiredMemberships memberships,
            UserViews views,
            UserRemapper remapper,
            Seats seats,
            UserDirectoryPort directory) {
        this.people = people;
        this.memberships = memberships;
        this.views = views;
        this.remapper = remapper;
        this.seats = seats;
        this.directory = directory;
    }

    /** The pools of seats that have a limit, as they are at this moment; none where the product counts none. */
    public List<SeatPool> pools() {
        return seats.areCounted()
                ? seats.pools().stream()
                        .filter(pool -> pool.limit().isPresent())
                        .toList()
                : List.of();
    }

    /**
     * What would be done for a person.
     *
     * @param userName in the directory, or as recorded when the directory does not have the person
     * @param changes in their order
     * @param shut the local groups that a rule gives and that are protected, so that nothing is done about them
     * @param obstacles what could not be done, as sentences
     * @param takes the pools of which the person would take a seat
     * @param frees the pools of which the person would give a seat back
     */
    public record PersonForesight(
            String userId,
            String userName,
            List<Change> changes,
            List<String> shut,
            List<String> obstacles,
            List<SeatPool> takes,
            List<SeatPool> frees) {
        public PersonForesight {
            changes = List.copyOf(changes);
            shut = List.copyOf(shut);
            obstacles = List.copyOf(obstacles);
            takes = List.copyOf(takes);
            frees = List.copyOf(frees);
        }
    }

    /**
     * What would be done for some people, in their order, whether there are seats for all of it or not. The directory is asked about each of
     * them.
     *
     * @param pools as {@link #pools} gave them
     */
    public List<PersonForesight> of(
            Connection connection,
            CompiledMapping before,
            CompiledMapping after,
            List<UserRecord> records,
            List<SeatPool> pools) {
        ProvisioningContext context = context(connection);
        Map<String, PeopleAligner.Foreseen> foreseen = new HashMap<>();
        people.foresee(context, after, records.stream().map(UserRecord::scimId).toList())
                .forEach(found -> foreseen.put(found.person().userId(), found));
        return records.stream()
                .map(record -> of(context, before, after, record, foreseen, pools))
                .toList();
    }

    private PersonForesight of(
            ProvisioningContext context,
            CompiledMapping before,
            CompiledMapping after,
            UserRecord record,
            Map<String, PeopleAligner.Foreseen> foreseen,
            List<SeatPool> pools) {
        List<Change> changes = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        if (record.lifecycle() == Lifecycle.MANAGED) {
            try {
                changes.addAll(remapper.plan(context, record, new UserRemapper.Remapping(before, after))
                        .changes());
            } catch (ScimException e) {
                obstacles.add(e.error().detail());
            }
        }
        PeopleAligner.Foreseen found = foreseen.get(record.scimId());
        if (found == null) {
            return new PersonForesight(
                    record.scimId(), record.directoryName(), changes, List.of(), obstacles, List.of(), List.of());
        }
        changes.addAll(found.plan().changes());
        obstacles.addAll(found.plan().notes());
        Moves moves = moves(context, found, pools);
        return new PersonForesight(
                record.scimId(), found.person().name(), changes, found.shut(), obstacles, moves.takes(), moves.frees());
    }

    /** The seats that somebody takes and gives back. */
    private record Moves(List<SeatPool> takes, List<SeatPool> frees) {}

    /** Who is inactive has no seat, whatever the groups; the directory is asked for those whom a seat may depend on. */
    private Moves moves(ProvisioningContext context, PeopleAligner.Foreseen found, List<SeatPool> pools) {
        List<Change> changes = found.plan().changes().stream()
                .filter(change -> group(change)
                        .filter(group -> pools.stream().anyMatch(pool -> pool.isTakenBy(group)))
                        .isPresent())
                .toList();
        if (changes.isEmpty() || !found.person().activation().isActive()) {
            return new Moves(List.of(), List.of());
        }
        Set<String> held = new HashSet<>();
        directory
                .groupsOfUser(context.directoryId(), found.person().name())
                .forEach(group -> held.add(DirectoryGroup.nameKey(group)));
        SeatCount count = new SeatCount(context.directoryId(), pools);
        List<SeatPool> now = count.heldBy(held);
        for (Change change : changes) {
            String key = DirectoryGroup.nameKey(group(change).orElseThrow());
            if (change instanceof AddToGroup) {
                held.add(key);
            } else {
                held.remove(key);
            }
        }
        List<SeatPool> then = count.heldBy(held);
        return new Moves(SeatCount.without(then, now), SeatCount.without(now, then));
    }

    private static Optional<String> group(Change change) {
        if (change instanceof AddToGroup add) {
            return Optional.of(add.group());
        }
        return change instanceof RemoveFromGroup remove ? Optional.of(remove.group()) : Optional.empty();
    }

    /** The local groups that a person shall be in, by the name key of the group. */
    public Map<String, DesiredMembership> memberships(
            Connection connection, CompiledMapping mapping, UserRecord record) {
        return memberships.of(connection.id(), mapping, List.of(record)).getOrDefault(record.scimId(), Map.of());
    }

    /** What the provider has written about a person; empty of attributes when it has written nothing. */
    public ScimResource recorded(UserRecord record) {
        return views.recorded(record);
    }

    private static ProvisioningContext context(Connection connection) {
        return new ProvisioningContext(
                connection, "", new Unheard(), new Notes(connection.protocol().dialect()));
    }

    /** For what has no request. */
    private record Unheard() implements ProvisioningTrace {

        @Override
        public String journalId() {
            return "";
        }

        @Override
        public void subject(String scimId, String name) {
            // nobody listens
        }

        @Override
        public Alongside planned(ChangePlan plan) {
            return Alongside.NOTHING;
        }

        @Override
        public void decided(List<String> sentences) {
            // nobody listens
        }

        @Override
        public Alongside applied() {
            return Alongside.NOTHING;
        }

        @Override
        public void willAnswer(int status) {
            // there is no answer
        }

        @Override
        public void leftOver() {
            // nothing is left
        }

        @Override
        public void changed() {
            // nothing is
        }
    }
}
