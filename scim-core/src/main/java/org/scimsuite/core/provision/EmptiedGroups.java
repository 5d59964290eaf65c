package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupPolicies.Emptied;
import org.scimsuite.core.provision.Change.RemoveGroup;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.Grant;

/**
 * Removes local groups that nothing asks for any more, where the mapping says so, we made them and nobody is in them. Others may give and take
 * the same group at that moment, for other people and without a common lock: whoever gives writes the grant first, so it is either seen before
 * the group is removed, or behind that, and then the group comes back.
 */
final class EmptiedGroups {

    private final UserDirectoryPort directory;
    private final AlignmentStores stores;
    private final OtherGrants others;
    private final Clock clock;
    private final Supplier<String> ids;

    EmptiedGroups(
            UserDirectoryPort directory,
            AlignmentStores stores,
            OtherGrants others,
            Clock clock,
            Supplier<String> ids) {
        this.directory = directory;
        this.stores = stores;
        this.others = others;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Removes the groups whose last grants are about to end: before they do, so that a crash leaves what tells that there is something to do.
     *
     * @return the groups that somebody else still has, and may be letting go of too
     */
    Set<String> removeBefore(ProvisioningContext context, CompiledMapping mapping, List<Grant> ending) {
        Set<String> held = new HashSet<>();
        if (mapping.policies().emptied() == Emptied.REMOVE) {
            Map<String, List<Grant>> byGroup =
                    ending.stream().collect(Collectors.groupingBy(grant -> DirectoryGroup.nameKey(grant.localGroup())));
            byGroup.values().forEach(grants -> {
                String name = grants.get(0).localGroup();
                if (isStillHeld(context, name, grants.size())) {
                    held.add(name);
                }
            });
        }
        return held;
    }

    /** Removes the groups that others have let go of meanwhile; the grants of this connection have ended. */
    void removeBehind(ProvisioningContext context, Set<String> held) {
        held.forEach(name -> isStillHeld(context, name, 0));
    }

    /** Whether one of ours stays because of the grants that others have; it is removed if there are none, and nobody is in it. */
    private boolean isStillHeld(ProvisioningContext context, String name, int leaving) {
        // read first: who makes the group anew behind its end has the grant by now, or a mark that is not among these
        Set<Long> marks = stores.madeGroups().marks(context.directoryId(), name);
        if (marks.isEmpty()) {
            return false;
        }
        if (connections(context).anyMatch(holder -> holds(context, holder, name, leaving))) {
            return true;
        }
        if (!directory.hasMembers(context.directoryId(), name)) {
            remove(context, name, leaving, marks);
        }
        return false;
    }

    private Stream<Connection> connections(ProvisioningContext context) {
        return Stream.concat(Stream.of(context.connection()), others.connections(context.connection()).stream());
    }

    /** @param leaving so many grants of the connection at work do not count */
    private boolean holds(ProvisioningContext context, Connection holder, String name, int leaving) {
        int without = holder.id().equals(context.connectionId()) ? leaving : 0;
        return stores.grants()
                        .findByLocalGroup(holder.id(), DirectoryGroup.nameKey(name), Optional.empty(), without + 1)
                        .size()
                > without;
    }

    private void remove(ProvisioningContext context, String name, int leaving, Set<Long> marks) {
        // its note is stored with the end of the grants, or of the request
        context.trace().planned(ChangePlan.of(new RemoveGroup(name)));
        try {
            directory.removeGroup(context.directoryId(), name);
        } catch (DirectoryException.GroupNotFound gone) {
            // removed before, by us or by hand
        } catch (DirectoryException.NotPermitted refusal) {
            context.notes().add("The empty local group \"" + name + "\" stays. " + refusal.getMessage());
            return;
        }
        connections(context)
                .filter(holder -> holds(context, holder, name, leaving))
                .forEach(holder -> giveBack(context, holder, name));
        stores.madeGroups().remove(marks);
    }

    /** Somebody got the group between the look and its end. */
    private void giveBack(ProvisioningContext context, Connection holder, String name) {
        String key = DirectoryGroup.nameKey(name);
        stores.tasks()
                .adding(new AlignmentTask(
                        ids.get(),
                        holder.id(),
                        new Scope.HoldersOf(key),
                        AlignmentTask.State.OPEN,
                        Optional.empty(),
                        0,
                        stores.grants().countByLocalGroup(holder.id(), key),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        context.trace().journalId(),
                        "The local group \"" + name + "\" was removed as empty while somebody was getting into it."))
                .alone();
    }
}
