package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;

/** Who takes over what leavers lead. */
public final class Successors {

    private Successors() {}

    /** The user of that name whom the product shows, of the first directory that has one; empty when there is none, or an inactive one. */
    public static Optional<DirectoryUser> find(UserDirectoryPort directory, String name) {
        return directory.directories().stream()
                .map(info -> directory.findUserByName(info.id(), name))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(DirectoryUser::isActive);
    }
}
