package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.provision.Change.CreateUser;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.ReactivateUser;
import org.scimsuite.core.provision.Change.RemoveUser;
import org.scimsuite.core.provision.Change.RenameUser;
import org.scimsuite.core.provision.Change.StoreAttributes;
import org.scimsuite.core.provision.Change.UpdateUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries plans out: completely, or not at all when the directory refuses a part. */
final class PlanExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(PlanExecutor.class);

    private final UserDirectoryPort directory;

    PlanExecutor(UserDirectoryPort directory) {
        this.directory = directory;
    }

    /**
     * Makes all changes.
     *
     * @return the user after the last change; empty for an empty plan, or when it was removed
     * @throws DirectoryException when the directory refused; changes made before it are taken back
     */
    Optional<DirectoryUser> execute(long directoryId, ChangePlan plan) {
        List<Change> done = new ArrayList<>();
        Optional<DirectoryUser> user = Optional.empty();
        try {
            for (Change change : plan.changes()) {
                user = change instanceof StoreAttributes store
                        ? store(directoryId, store, user)
                        : make(directoryId, change);
                done.add(change);
            }
        } catch (DirectoryException refusal) {
            Collections.reverse(done);
            takeBack(directoryId, done);
            throw refusal;
        }
        return user;
    }

    private Optional<DirectoryUser> make(long directoryId, Change change) {
        if (change instanceof CreateUser create) {
            return Optional.of(create(directoryId, create.profile()));
        }
        if (change instanceof RenameUser rename) {
            return Optional.of(directory.renameUser(directoryId, rename.oldName(), rename.newName()));
        }
        if (change instanceof UpdateUser update) {
            return Optional.of(directory.updateUser(directoryId, update.after()));
        }
        if (change instanceof DeactivateUser deactivate) {
            return Optional.of(setActive(directoryId, deactivate.user(), Activation.INACTIVE));
        }
        if (change instanceof ReactivateUser reactivate) {
            return Optional.of(setActive(directoryId, reactivate.user(), Activation.ACTIVE));
        }
        directory.removeUser(directoryId, ((RemoveUser) change).name());
        return Optional.empty();
    }

    /**
     * @param user as the change before it has left the user, where there is one
     */
    private Optional<DirectoryUser> store(long directoryId, StoreAttributes store, Optional<DirectoryUser> user) {
        directory.storeUserAttributes(directoryId, store.name(), store.after());
        return user.or(() -> directory.findUserByName(directoryId, store.name()));
    }

    /**
     * A listener of the product that fails, or an answer that is lost, reports a failure and leaves the user behind. The provider
     * would then be told that the name is taken, each time it tries again, by a user that it made itself.
     */
    private DirectoryUser create(long directoryId, DirectoryUserProfile profile) {
        try {
            return directory.createUser(directoryId, profile);
        } catch (DirectoryException.Unavailable unclear) {
            return directory
                    .findUserByName(directoryId, profile.name())
                    .filter(user -> user.profile().equals(profile))
                    .orElseThrow(() -> unclear);
        }
    }

    private void takeBack(long directoryId, List<Change> latestFirst) {
        try {
            for (Change change : latestFirst) {
                takeBack(directoryId, change);
            }
        } catch (DirectoryException e) {
            // what remains is shown to the provider as the directory's truth, which then repairs it
            LOG.warn("Could not take back a change of directory {}", directoryId, e);
        }
    }

    private void takeBack(long directoryId, Change change) {
        if (change instanceof RenameUser rename) {
            directory.renameUser(directoryId, /* oldName= */ rename.newName(), /* newName= */ rename.oldName());
        } else if (change instanceof UpdateUser update) {
            directory.updateUser(directoryId, update.before());
        } else if (change instanceof DeactivateUser deactivate) {
            setActive(directoryId, deactivate.user(), Activation.ACTIVE);
        } else if (change instanceof ReactivateUser reactivate) {
            setActive(directoryId, reactivate.user(), Activation.INACTIVE);
        } else if (change instanceof StoreAttributes store) {
            directory.storeUserAttributes(directoryId, store.name(), store.before());
        } else if (change instanceof CreateUser create) {
            directory.removeUser(directoryId, create.profile().name());
        }
        // removing stands alone in its plan
    }

    private DirectoryUser setActive(long directoryId, DirectoryUserProfile user, Activation activation) {
        return directory.updateUser(directoryId, user.withActive(activation));
    }
}
