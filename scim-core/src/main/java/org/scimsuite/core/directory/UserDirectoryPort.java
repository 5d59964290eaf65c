package org.scimsuite.core.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
}
