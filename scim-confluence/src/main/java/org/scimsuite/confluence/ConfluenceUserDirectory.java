package org.scimsuite.confluence;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.ForwardingUserDirectory;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * Confluence's directories. Whom Confluence itself means by a name is renamed, deactivated and reactivated by Confluence first, so that pages keep
 * their authors; a person of a later directory whom somebody shadows only in the directory. While Confluence is in read-only mode nothing is
 * written, and the request may be sent again.
 */
public final class ConfluenceUserDirectory extends ForwardingUserDirectory {

    private final BooleanSupplier readOnly;
    private final Accounts accounts;

    ConfluenceUserDirectory(UserDirectoryPort directory, BooleanSupplier readOnly, Accounts accounts) {
        super(directory);
        this.readOnly = readOnly;
        this.accounts = accounts;
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        refuseInReadOnlyMode();
        return super.createUser(directoryId, profile);
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        refuseInReadOnlyMode();
        Optional<DirectoryUser> before = findUserByName(directoryId, profile.name());
        boolean changes = before.isPresent() && before.get().profile().active() != profile.active();
        if (changes && isWhomConfluenceMeans(directoryId, profile.name())) {
            accounts.setActive(profile.name(), profile.active());
        }
        // the flag again, which nothing but the directory says for certain
        return super.updateUser(directoryId, profile);
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        refuseInReadOnlyMode();
        boolean isFree = findUserByName(directoryId, newName).isEmpty();
        if (isFree && isWhomConfluenceMeans(directoryId, oldName)) {
            accounts.rename(oldName, newName);
        }
        return findUserByName(directoryId, newName)
                .filter(renamed -> isFree)
                .orElseGet(() -> super.renameUser(directoryId, oldName, newName));
    }

    @Override
    public void removeUser(long directoryId, String name) {
        refuseInReadOnlyMode();
        super.removeUser(directoryId, name);
    }

    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        refuseInReadOnlyMode();
        super.storeUserAttributes(directoryId, userName, attributes);
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        refuseInReadOnlyMode();
        return super.createGroup(directoryId, name);
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        refuseInReadOnlyMode();
        super.removeGroup(directoryId, name);
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        refuseInReadOnlyMode();
        return super.addUserToGroup(directoryId, userName, groupName);
    }

    @Override
    public void addUsersToGroup(long directoryId, Collection<String> userNames, String groupName) {
        refuseInReadOnlyMode();
        super.addUsersToGroup(directoryId, userNames, groupName);
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        refuseInReadOnlyMode();
        return super.removeUserFromGroup(directoryId, userName, groupName);
    }

    private void refuseInReadOnlyMode() {
        if (readOnly.getAsBoolean()) {
            throw new DirectoryException.Unavailable(
                    "Confluence is in read-only mode. Send the request again when an administrator has ended it.",
                    null);
        }
    }

    /** The first directory that has the name. */
    private boolean isWhomConfluenceMeans(long directoryId, String name) {
        return directories().stream()
                .map(DirectoryInfo::id)
                .filter(id -> findUserByName(id, name).isPresent())
                .findFirst()
                .filter(id -> id == directoryId)
                .isPresent();
    }
}
