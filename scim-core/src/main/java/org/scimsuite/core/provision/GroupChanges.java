package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.CreateGroup;
import org.scimsuite.core.provision.Change.RemoveFromGroup;
import org.scimsuite.core.store.MadeGroupStore;

/** Changes local groups and who is in them. Whatever was made before stays made: doing it again does nothing twice. */
final class GroupChanges {

    private final UserDirectoryPort directory;
    private final MadeGroupStore madeGroups;

    GroupChanges(UserDirectoryPort directory, MadeGroupStore madeGroups) {
        this.directory = directory;
        this.madeGroups = madeGroups;
    }

    /**
     * What the directory did not do; notes say so.
     *
     * @param groups the name keys of the groups that it let nobody get into
     * @param removals memberships that it did not end
     */
    record Refused(Set<String> groups, Set<RemoveFromGroup> removals) {

        /** Whether it let somebody not into a group. */
        boolean givesNobody(String localGroup) {
            return groups.contains(DirectoryGroup.nameKey(localGroup));
        }

        /** Whether it kept somebody in a group. */
        boolean keeps(String userName, String localGroup) {
            return removals.stream()
                    .anyMatch(removal -> removal.userName().equals(userName)
                            && DirectoryGroup.nameKey(removal.group()).equals(DirectoryGroup.nameKey(localGroup)));
        }
    }

    /**
     * Makes all changes that the directory does not refuse for good; who is added to one group is added at once.
     *
     * @throws DirectoryException.UserNotFound when a user was renamed or removed meanwhile
     * @throws DirectoryException.GroupNotFound when a group was
     */
    Refused make(ProvisioningContext context, ChangePlan plan) {
        Set<String> refused = new HashSet<>();
        Set<RemoveFromGroup> kept = new HashSet<>();
        Map<String, List<String>> added = new LinkedHashMap<>();
        for (Change change : plan.changes()) {
            if (change instanceof CreateGroup create) {
                give(context, create.name(), refused, () -> create(context.directoryId(), create.name()));
            } else if (change instanceof AddToGroup add) {
                added.computeIfAbsent(add.group(), group -> new ArrayList<>()).add(add.userName());
            } else if (change instanceof RemoveFromGroup remove && !isTaken(context, remove)) {
                kept.add(remove);
            }
        }
        added.forEach((group, users) ->
                give(context, group, refused, () -> directory.addUsersToGroup(context.directoryId(), users, group)));
        return new Refused(refused, kept);
    }

    private static void give(ProvisioningContext context, String group, Set<String> refused, Runnable work) {
        if (refused.contains(DirectoryGroup.nameKey(group))) {
            return;
        }
        try {
            work.run();
        } catch (DirectoryException.NotPermitted | DirectoryException.InvalidGroup refusal) {
            refused.add(DirectoryGroup.nameKey(group));
            context.notes()
                    .add("The local group \"" + group + "\" gets nobody: the directory refuses it. "
                            + refusal.getMessage());
        }
    }

    private boolean isTaken(ProvisioningContext context, RemoveFromGroup remove) {
        try {
            directory.removeUserFromGroup(context.directoryId(), remove.userName(), remove.group());
            return true;
        } catch (DirectoryException.NotPermitted | DirectoryException.InvalidGroup refusal) {
            context.notes()
                    .add("\"" + remove.userName() + "\" stays in the local group \"" + remove.group()
                            + "\": the directory refuses to change it. The next comparison tries again. "
                            + refusal.getMessage());
            return false;
        }
    }

    /** Marked first: a group that is made and not remembered would never be removed. Whoever did not make it takes the own mark back. */
    private void create(long directoryId, String name) {
        long mark = madeGroups.add(directoryId, name);
        try {
            directory.createGroup(directoryId, name);
        } catch (DirectoryException.GroupExists already) {
            madeGroups.remove(List.of(mark));
        } catch (DirectoryException.NotPermitted | DirectoryException.InvalidGroup refusal) {
            madeGroups.remove(List.of(mark));
            throw refusal;
        }
    }
}
