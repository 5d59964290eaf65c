package org.scimsuite.core.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The user directories of one product, as provisioning needs them.
 *
 * <p>Names are compared as Crowd does: without regard to case ({@link DirectoryUser#nameKey()}). Every operation names
 * its directory; an implementation never picks one by itself. Operations are not transactional across calls; each call
 * is complete when it returns.
 */
public interface UserDirectoryPort {

    /** All active directories in the order in which the product searches them. */
    List<DirectoryInfo> directories();

    /** The directory of this id, or empty when it does not exist or is switched off. */
    Optional<DirectoryInfo> directory(long directoryId);

    /** The user of this name, in any case. */
    Optional<DirectoryUser> findUserByName(long directoryId, String name);

    /** The user of this directory-assigned stable id; empty too for directories that have none. */
    Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId);

    /** The names of all users, inactive ones included, as the directory spells them, in no particular order. */
    Collection<String> userNames(long directoryId);

    /** One page of all users, inactive ones included, ordered by {@link DirectoryUser#nameKey()}. */
    List<DirectoryUser> users(long directoryId, DirectoryPage page);

    /**
     * Creates a user with a random password that nobody knows.
     *
     * @throws DirectoryException.UserExists when the name is taken, in any case
     * @throws DirectoryException.InvalidUser when the directory refuses the name or a value
     * @throws DirectoryException.NotPermitted when the directory is read-only
     */
    DirectoryUser createUser(long directoryId, DirectoryUserProfile profile);

    /**
     * Writes every field of the profile to the user of that name; it never renames.
     *
     * @throws DirectoryException.UserNotFound when there is no user of the profile's name
     */
    DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile);

    /**
     * Renames a user and keeps the person: history, permissions and memberships stay.
     *
     * @throws DirectoryException.UserNotFound when there is no user of the old name
     * @throws DirectoryException.UserExists when the new name is taken by somebody else
     */
    DirectoryUser renameUser(long directoryId, String oldName, String newName);

    /**
     * Removes a user for good.
     *
     * @throws DirectoryException.UserNotFound when there is no user of that name
     */
    void removeUser(long directoryId, String name);

    /**
     * What the directory keeps of a user beside the fields of the profile: values by the names of the attributes, those of the
     * product among them; empty too when there is no such user.
     */
    Map<String, Set<String>> userAttributes(long directoryId, String userName);

    /**
     * Replaces the values of these attributes; the others stay as they are.
     *
     * @param attributes values of at most 255 characters by the names of the attributes; an attribute without values is removed
     * @throws DirectoryException.UserNotFound when there is no such user
     * @throws DirectoryException.NotPermitted when the directory does not let attributes be written
     */
    void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes);

    /** The group of this name, in any case. */
    Optional<DirectoryGroup> findGroupByName(long directoryId, String name);

    /** The names of all groups, as the directory spells them, in no particular order. */
    Collection<String> groupNames(long directoryId);

    /**
     * Creates a group without members.
     *
     * @throws DirectoryException.GroupExists when the name is taken, in any case
     * @throws DirectoryException.InvalidGroup when the directory refuses the name
     * @throws DirectoryException.NotPermitted when the directory does not let groups be created
     */
    DirectoryGroup createGroup(long directoryId, String name);

    /**
     * Removes a group for good, with whatever the product has attached to its name.
     *
     * @throws DirectoryException.GroupNotFound when there is no group of that name
     */
    void removeGroup(long directoryId, String name);

    /** The names of the groups that a user is a direct member of; empty too when there is no such user. */
    Collection<String> groupsOfUser(long directoryId, String userName);

    /** The names of the users that are direct members of a group; empty too when there is no such group. */
    Collection<String> usersInGroup(long directoryId, String groupName);

    /** As {@link #usersInGroup(long, String)}, but no more than so many of them, so that a large group is not read whole. */
    default Collection<String> usersInGroup(long directoryId, String groupName, int atMost) {
        return usersInGroup(directoryId, groupName).stream().limit(atMost).toList();
    }

    /** Whether a group has any direct member, user or group. */
    boolean hasMembers(long directoryId, String groupName);

    /**
     * Makes a user a direct member of a group; who is one already stays one.
     *
     * @throws DirectoryException.UserNotFound when there is no such user
     * @throws DirectoryException.GroupNotFound when there is no such group
     * @throws DirectoryException.NotPermitted when the directory or the group is read-only
     */
    MembershipResult addUserToGroup(long directoryId, String userName, String groupName);

    /**
     * Makes several users direct members of a group, as {@link #addUserToGroup} does for each; after an exception some may be members and
     * others not.
     */
    default void addUsersToGroup(long directoryId, Collection<String> userNames, String groupName) {
        userNames.forEach(userName -> addUserToGroup(directoryId, userName, groupName));
    }

    /**
     * Ends a direct membership; who is no member stays none.
     *
     * @throws DirectoryException.UserNotFound when there is no such user
     * @throws DirectoryException.GroupNotFound when there is no such group
     * @throws DirectoryException.NotPermitted when the directory or the group is read-only
     */
    MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName);

    /**
     * The groups of the product's administrators, which nobody may get into or out of by provisioning unless an administrator
     * says so; empty where the product names none.
     */
    Collection<String> administratorGroups(long directoryId);

    /** Whether the product lets a user administer all of it; false when there is no such user. */
    boolean isAdministrator(long directoryId, String userName);

    /** What became of a membership. */
    enum MembershipResult {
        CHANGED,
        /** It was so before. */
        UNCHANGED
    }
}
