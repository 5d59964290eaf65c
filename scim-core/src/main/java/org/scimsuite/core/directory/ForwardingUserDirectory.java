package org.scimsuite.core.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes every call on; a product overrides what it does differently. */
public abstract class ForwardingUserDirectory implements UserDirectoryPort {

    private final UserDirectoryPort directory;

    protected ForwardingUserDirectory(UserDirectoryPort directory) {
        this.directory = directory;
    }

    @Override
    public List<DirectoryInfo> directories() {
        return directory.directories();
    }

    @Override
    public Optional<DirectoryInfo> directory(long directoryId) {
        return directory.directory(directoryId);
    }

    @Override
    public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        return directory.findUserByName(directoryId, name);
    }

    @Override
    public Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        return directory.findUserByExternalId(directoryId, externalId);
    }

    @Override
    public Collection<String> userNames(long directoryId) {
        return directory.userNames(directoryId);
    }

    @Override
    public List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        return directory.users(directoryId, page);
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        return directory.createUser(directoryId, profile);
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        return directory.updateUser(directoryId, profile);
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        return directory.renameUser(directoryId, oldName, newName);
    }

    @Override
    public void removeUser(long directoryId, String name) {
        directory.removeUser(directoryId, name);
    }

    @Override
    public Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        return directory.userAttributes(directoryId, userName);
    }

    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        directory.storeUserAttributes(directoryId, userName, attributes);
    }

    @Override
    public Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        return directory.findGroupByName(directoryId, name);
    }

    @Override
    public Collection<String> groupNames(long directoryId) {
        return directory.groupNames(directoryId);
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        return directory.createGroup(directoryId, name);
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        directory.removeGroup(directoryId, name);
    }

    @Override
    public Collection<String> groupsOfUser(long directoryId, String userName) {
        return directory.groupsOfUser(directoryId, userName);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName) {
        return directory.usersInGroup(directoryId, groupName);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName, int atMost) {
        return directory.usersInGroup(directoryId, groupName, atMost);
    }

    @Override
    public boolean hasMembers(long directoryId, String groupName) {
        return directory.hasMembers(directoryId, groupName);
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        return directory.addUserToGroup(directoryId, userName, groupName);
    }

    @Override
    public void addUsersToGroup(long directoryId, Collection<String> userNames, String groupName) {
        directory.addUsersToGroup(directoryId, userNames, groupName);
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        return directory.removeUserFromGroup(directoryId, userName, groupName);
    }

    @Override
    public Collection<String> administratorGroups(long directoryId) {
        return directory.administratorGroups(directoryId);
    }

    @Override
    public boolean isAdministrator(long directoryId, String userName) {
        return directory.isAdministrator(directoryId, userName);
    }
}
