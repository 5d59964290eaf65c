package org.scimsuite.core.provision;

import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.provision.Change.CreateUser;
import org.scimsuite.core.provision.Change.RenameUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when the product shows somebody else by a name that is given: of directories that have the same name, the first one counts. */
final class Shadows {

    private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);

    private final UserDirectoryPort directory;

    Shadows(UserDirectoryPort directory) {
        this.directory = directory;
    }

    /** Notes it for a plan that gives somebody a name; asks nothing for any other. */
    void note(ProvisioningContext context, ChangePlan plan) {
        for (Change change : plan.changes()) {
            if (change instanceof CreateUser create) {
                note(context, create.profile().name());
            } else if (change instanceof RenameUser rename) {
                note(context, rename.newName());
            }
        }
    }

    private void note(ProvisioningContext context, String name) {
        for (DirectoryInfo info : directory.directories()) {
            if (info.id() == context.directoryId()) {
                return;
            }
            if (has(info, name)) {
                context.notes()
                        .add("\"" + name + "\" exists in the directory \"" + info.name()
                                + "\" in front of this one, too; the product shows that one.");
                return;
            }
        }
    }

    /** A directory that is out of reach must not keep anybody out of another one. */
    private boolean has(DirectoryInfo info, String name) {
        try {
            return directory.findUserByName(info.id(), name).isPresent();
        } catch (DirectoryException outOfReach) {
            LOG.info("The directory {} could not be asked: {}", info.id(), outOfReach.getMessage());
            return false;
        }
    }
}
