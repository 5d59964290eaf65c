package org.scimsuite.core.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Passes every call on; a product overrides what it does differently. */
public abstract class ForwardingUserDirectory implements UserDirectoryPort {

    private final Supplier<UserDirectoryPort> directory;

    protected ForwardingUserDirectory(UserDirectoryPort directory) {
        this(() -> directory);
    }

    /** @param directory asked at each call for the one that takes it */
    protected ForwardingUserDirectory(Supplier<UserDirectoryPort> directory) {
        this.directory = directory;
    }

    @Override
    public List<DirectoryInfo> directories() {
        return directory.get().directories();
    }

    @Override
    public Optional<DirectoryInfo> directory(long directoryId) {
        return directory.get().directory(directoryId);
    }

    @Override
    public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        return directory.get().findUserByName(directoryId, name);
    }

    @Override
    public Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        return directory.get().findUserByExternalId(directoryId, externalId);
    }

    @Override
    public Collection<String> userNames(long directoryId) {
        return directory.get().userNames(directoryId);
    }

    @Override
    public List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        return directory.get().users(directoryId, page);
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        return directory.get().createUser(directoryId, profile);
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        return directory.get().updateUser(directoryId, profile);
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        return directory.get().renameUser(directoryId, oldName, newName);
    }

    @Override
    public void removeUser(long directoryId, String name) {
        directory.get().removeUser(directoryId, name);
    }

    @Override
    public Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        return directory.get().userAttributes(directoryId, userName);
    }

    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        directory.get().storeUserAttributes(directoryId, userName, attributes);
    }

    @Override
    public Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        return directory.get().findGroupByName(directoryId, name);
    }

    @Override
    public Collection<String> groupNames(long directoryId) {
        return directory.get().groupNames(directoryId);
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        return directory.get().createGroup(directoryId, name);
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        directory.get().removeGroup(directoryId, name);
    }

    @Override
    public Collection<String> groupsOfUser(long directoryId, String userName) {
        return directory.get().groupsOfUser(directoryId, userName);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName) {
        return directory.get().usersInGroup(directoryId, groupName);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName, int atMost) {
        return directory.get().usersInGroup(directoryId, groupName, atMost);
    }

    @Override
    public boolean hasMembers(long directoryId, String groupName) {
        return directory.get().hasMembers(directoryId, groupName);
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        return directory.get().addUserToGroup(directoryId, userName, groupName);
    }

    @Override
    public void addUsersToGroup(long directoryId, Collection<String> userNames, String groupName) {
        directory.get().addUsersToGroup(directoryId, userNames, groupName);
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        return directory.get().removeUserFromGroup(directoryId, userName, groupName);
    }

    @Override
    public Collection<String> administratorGroups(long directoryId) {
        return directory.get().administratorGroups(directoryId);
    }

    @Override
    public boolean isAdministrator(long directoryId, String userName) {
        return directory.get().isAdministrator(directoryId, userName);
    }
}
