package org.scimsuite.jira;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory;
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

    private final UserDirectoryPort crowd;

    JiraUserDirectory(Supplier<DirectoryManager> manager) {
        this.crowd = new EmbeddedCrowdDirectory(manager);
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
}
