package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.UserDirectoryPort.MembershipResult;

/** Groups and memberships of the directories of an embedded Crowd. */
final class CrowdGroups {

    private static final int ALL_RESULTS = -1;

    private final Supplier<DirectoryManager> manager;

    CrowdGroups(Supplier<DirectoryManager> manager) {
        this.manager = manager;
    }

    Optional<DirectoryGroup> find(long directoryId, String name) {
        try {
            return Optional.of(CrowdCalls.callForGroup(
                    directoryId, name, () -> group(manager.get().findGroupByName(directoryId, name))));
        } catch (DirectoryException.GroupNotFound absent) {
            return Optional.empty();
        }
    }

    Collection<String> names(long directoryId) {
        return CrowdCalls.call(directoryId, "", () -> manager.get()
                .searchGroups(
                        directoryId,
                        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                                .returningAtMost(ALL_RESULTS)));
    }

    DirectoryGroup create(long directoryId, String name) {
        // Crowd has no exception for a name that is taken: it is invalid like any other
        if (find(directoryId, name).isPresent()) {
            throw CrowdCalls.groupExists(name, null);
        }
        GroupTemplate template = new GroupTemplate(name, directoryId, GroupType.GROUP);
        // a new template may be inactive, so this is said every time
        template.setActive(true);
        return CrowdCalls.callForGroup(directoryId, name, () -> {
            try {
                return group(manager.get().addGroup(directoryId, template));
            } catch (InvalidGroupException | OperationFailedException | RuntimeException e) {
                // whoever loses a race for the name is told in any of these ways
                if (find(directoryId, name).isPresent()) {
                    throw CrowdCalls.groupExists(name, e);
                }
                throw e;
            }
        });
    }

    void remove(long directoryId, String name) {
        CrowdCalls.callForGroup(directoryId, name, () -> {
            manager.get().removeGroup(directoryId, name);
            return Boolean.TRUE;
        });
    }

    Collection<String> ofUser(long directoryId, String userName) {
        return CrowdCalls.call(directoryId, userName, () -> manager.get()
                .searchDirectGroupRelationships(
                        directoryId,
                        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                                .parentsOf(EntityDescriptor.user())
                                .withName(userName)
                                .returningAtMost(ALL_RESULTS)));
    }

    Collection<String> users(long directoryId, String groupName, int limit) {
        return children(directoryId, groupName, EntityDescriptor.user(), limit);
    }

    boolean hasMembers(long directoryId, String groupName) {
        return !children(directoryId, groupName, EntityDescriptor.user(), 1).isEmpty()
                || !children(directoryId, groupName, EntityDescriptor.group(), 1)
                        .isEmpty();
    }

    private Collection<String> children(long directoryId, String groupName, EntityDescriptor kind, int limit) {
        return CrowdCalls.call(directoryId, "", () -> manager.get()
                .searchDirectGroupRelationships(
                        directoryId,
                        QueryBuilder.queryFor(String.class, kind)
                                .childrenOf(EntityDescriptor.group())
                                .withName(groupName)
                                .returningAtMost(limit)));
    }

    MembershipResult addUser(long directoryId, String userName, String groupName) {
        return CrowdCalls.callForGroup(directoryId, groupName, () -> {
            // asked first, because it is not known of every version that an existing membership is an exception there
            if (isMember(directoryId, userName, groupName)) {
                return MembershipResult.UNCHANGED;
            }
            try {
                manager.get().addUserToGroup(directoryId, userName, groupName);
                return MembershipResult.CHANGED;
            } catch (MembershipAlreadyExistsException wasFaster) {
                return MembershipResult.UNCHANGED;
            } catch (OperationFailedException | RuntimeException e) {
                // whoever loses a race may get the refusal of the database
                if (isMember(directoryId, userName, groupName)) {
                    return MembershipResult.UNCHANGED;
                }
                throw e;
            }
        });
    }

    /**
     * In one call of Crowd, which takes one transaction for it. Whoever it failed for is tried alone, which tells why; so is everybody
     * when it failed as a whole, as for the loser of a race.
     */
    void addUsers(long directoryId, Collection<String> userNames, String groupName) {
        failed(directoryId, userNames, groupName).forEach(userName -> addUser(directoryId, userName, groupName));
    }

    private Collection<String> failed(long directoryId, Collection<String> userNames, String groupName) {
        if (userNames.size() == 1) {
            return userNames;
        }
        try {
            return CrowdCalls.callForGroup(directoryId, groupName, () -> manager.get()
                    .addAllUsersToGroup(directoryId, userNames, groupName)
                    .getFailedEntities());
        } catch (DirectoryException.Unavailable asAWhole) {
            return userNames;
        }
    }

    private boolean isMember(long directoryId, String userName, String groupName)
            throws DirectoryNotFoundException, OperationFailedException {
        return manager.get().isUserDirectGroupMember(directoryId, userName, groupName);
    }

    MembershipResult removeUser(long directoryId, String userName, String groupName) {
        return CrowdCalls.callForGroup(directoryId, groupName, () -> {
            try {
                manager.get().removeUserFromGroup(directoryId, userName, groupName);
                return MembershipResult.CHANGED;
            } catch (MembershipNotFoundException absent) {
                return MembershipResult.UNCHANGED;
            }
        });
    }

    private static DirectoryGroup group(Group group) {
        return new DirectoryGroup(group.getDirectoryId(), group.getName());
    }
}
