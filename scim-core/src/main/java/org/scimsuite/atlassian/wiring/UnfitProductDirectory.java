package org.scimsuite.atlassian.wiring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.UserDirectoryPort;

/** Stands in where the product's directories cannot be used; it has none, and says where the reasons are. */
final class UnfitProductDirectory implements UserDirectoryPort {

    private final String reason;

    /** @param reason for the administrator of the identity provider; a sentence */
    UnfitProductDirectory(String reason) {
        this.reason = reason;
    }

    /** Where the self-check found that the plugin cannot work at all. */
    static UnfitProductDirectory unfit() {
        return new UnfitProductDirectory(
                "The SCIM plugin does not fit this version of the product; its status page has the reasons.");
    }

    @Override
    public List<DirectoryInfo> directories() {
        return List.of();
    }

    @Override
    public Optional<DirectoryInfo> directory(long directoryId) {
        return Optional.empty();
    }

    @Override
    public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        throw refusal();
    }

    @Override
    public Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        throw refusal();
    }

    @Override
    public Collection<String> userNames(long directoryId) {
        throw refusal();
    }

    @Override
    public List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        throw refusal();
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        throw refusal();
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        throw refusal();
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        throw refusal();
    }

    @Override
    public void removeUser(long directoryId, String name) {
        throw refusal();
    }

    @Override
    public Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        throw refusal();
    }

    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        throw refusal();
    }

    @Override
    public Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        throw refusal();
    }

    @Override
    public Collection<String> groupNames(long directoryId) {
        throw refusal();
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        throw refusal();
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        throw refusal();
    }

    @Override
    public Collection<String> groupsOfUser(long directoryId, String userName) {
        throw refusal();
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName) {
        throw refusal();
    }

    @Override
    public boolean hasMembers(long directoryId, String groupName) {
        throw refusal();
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        throw refusal();
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        throw refusal();
    }

    @Override
    public Collection<String> administratorGroups(long directoryId) {
        throw refusal();
    }

    @Override
    public boolean isAdministrator(long directoryId, String userName) {
        throw refusal();
    }

    private DirectoryException refusal() {
        return new DirectoryException.Unavailable(reason, null);
    }
}
