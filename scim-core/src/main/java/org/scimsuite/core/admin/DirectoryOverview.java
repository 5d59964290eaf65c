package org.scimsuite.core.admin;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.provision.Successors;

/** The product's directories, and which of them can take people from an identity provider. */
public final class DirectoryOverview {

    private static final List<DirectoryOperation> NEEDED =
            List.of(DirectoryOperation.CREATE_USER, DirectoryOperation.UPDATE_USER);

    private final UserDirectoryPort directory;

    public DirectoryOverview(UserDirectoryPort directory) {
        this.directory = directory;
    }

    /** All directories in the product's search order. */
    public List<DirectorySummary> directories() {
        return directory.directories().stream()
                .map(info -> new DirectorySummary(info, obstacle(info)))
                .toList();
    }

    /** Whether the product has an active user of that name. */
    boolean isActive(String userName) {
        return Successors.find(directory, userName).isPresent();
    }

    /** Why no connection can use the directory: a sentence for the administrator. Empty when one can. */
    Optional<String> obstacle(long directoryId) {
        return directory
                .directory(directoryId)
                .map(DirectoryOverview::obstacle)
                .orElse(Optional.of("There is no active directory " + directoryId + "."));
    }

    private static Optional<String> obstacle(DirectoryInfo info) {
        if (NEEDED.stream().allMatch(info::allows)) {
            return Optional.empty();
        }
        return Optional.of("The directory \"" + info.name()
                + "\" is read-only. Choose one that lets users be created and updated.");
    }

    /**
     * One directory.
     *
     * @param obstacle why no connection can use it, as a sentence; empty when one can
     */
    public record DirectorySummary(DirectoryInfo directory, Optional<String> obstacle) {}
}
