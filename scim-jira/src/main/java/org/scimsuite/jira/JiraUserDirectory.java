package org.scimsuite.jira;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.sal.api.user.UserManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory;
import org.scimsuite.atlassian.sal.ProductAdministrators;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * Jira's user directories. Jira adds nothing of its own yet: a rename through its embedded Crowd keeps the user key, and with
 * it the history.
 */
final class JiraUserDirectory implements UserDirectoryPort {

    /** The group that Jira makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("jira-administrators");

    private final UserDirectoryPort crowd;

    JiraUserDirectory(Supplier<DirectoryManager> manager, Supplier<UserManager> userManager) {
        this.crowd = new EmbeddedCrowdDirectory(manager, new ProductAdministrators(userManager, ADMINISTRATOR_GROUPS));
    }

    @Override
    public List<DirectoryInfo> directories() {
        return crowd.directories();
    }

    @Override
    public Optional<DirectoryInfo> directory(long directoryId) {
        return crowd.directory(directoryId);
    }

    @Override
    public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        return crowd.findUserByName(directoryId, name);
    }

    @Override
    public Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        return crowd.findUserByExternalId(directoryId, externalId);
    }

    @Override
    public Collection<String> userNames(long directoryId) {
        return crowd.userNames(directoryId);
    }

    @Override
    public List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        return crowd.users(directoryId, page);
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        return crowd.createUser(directoryId, profile);
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        return crowd.updateUser(directoryId, profile);
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        return crowd.renameUser(directoryId, oldName, newName);
    }

    @Override
    public void removeUser(long directoryId, String name) {
        crowd.removeUser(directoryId, name);
    }

    @Override
    public Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        return crowd.userAttributes(directoryId, userName);
    }

    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        crowd.storeUserAttributes(directoryId, userName, attributes);
    }

    @Override
    public Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        return crowd.findGroupByName(directoryId, name);
    }

    @Override
    public Collection<String> groupNames(long directoryId) {
        return crowd.groupNames(directoryId);
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        return crowd.createGroup(directoryId, name);
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        crowd.removeGroup(directoryId, name);
    }

    @Override
    public Collection<String> groupsOfUser(long directoryId, String userName) {
        return crowd.groupsOfUser(directoryId, userName);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName) {
        return crowd.usersInGroup(directoryId, groupName);
    }

    @Override
    public boolean hasMembers(long directoryId, String groupName) {
        return crowd.hasMembers(directoryId, groupName);
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        return crowd.addUserToGroup(directoryId, userName, groupName);
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        return crowd.removeUserFromGroup(directoryId, userName, groupName);
    }

    @Override
    public Collection<String> administratorGroups(long directoryId) {
        return crowd.administratorGroups(directoryId);
    }

    @Override
    public boolean isAdministrator(long directoryId, String userName) {
        return crowd.isAdministrator(directoryId, userName);
    }
}
