package org.scimsuite.core.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.connection.DeletePolicy;
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
        List<DirectorySummary> summaries = new ArrayList<>();
        List<String> inFront = new ArrayList<>();
        for (DirectoryInfo info : directory.directories()) {
            summaries.add(new DirectorySummary(info, summaries.size() + 1, obstacle(info), warnings(info, inFront)));
            inFront.add('"' + info.name() + '"');
        }
        return summaries;
    }

    private static List<String> warnings(DirectoryInfo info, List<String> inFront) {
        List<String> warnings = new ArrayList<>();
        if (!inFront.isEmpty()) {
            warnings.add((inFront.size() == 1 ? "The directory " : "The directories ") + String.join(", ", inFront)
                    + (inFront.size() == 1 ? " stands" : " stand")
                    + " in front of it: of people who have the same name there, the product shows those.");
        }
        if (!info.allows(DirectoryOperation.UPDATE_GROUP)) {
            warnings.add("It does not allow " + DirectoryOperation.UPDATE_GROUP.words()
                    + ": a mapping cannot put anybody into its groups.");
        } else if (!info.allows(DirectoryOperation.CREATE_GROUP)) {
            warnings.add("It does not allow " + DirectoryOperation.CREATE_GROUP.words()
                    + ": a mapping can use only groups that are there.");
        }
        if (!info.allows(DirectoryOperation.DELETE_USER)) {
            warnings.add("It does not allow " + DirectoryOperation.DELETE_USER.words()
                    + ": people who are deleted can only be deactivated.");
        }
        return warnings;
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
        List<String> missing = NEEDED.stream()
                .filter(operation -> !info.allows(operation))
                .map(DirectoryOperation::words)
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String name = "The directory \"" + info.name() + "\" ";
        return Optional.of(
                missing.size() == NEEDED.size()
                        ? name + "is read-only: it does not allow " + String.join(" and ", missing)
                                + ". Choose one that does, or let the product write to it."
                        : name + "does not allow " + missing.get(0)
                                + ". Allow it in the settings of the directory, or choose another one.");
    }

    /** Why a connection cannot delete people as its policy says: a sentence for the administrator. Empty when it can. */
    Optional<String> obstacle(long directoryId, DeletePolicy policy) {
        return policy == DeletePolicy.REMOVE
                ? directory
                        .directory(directoryId)
                        .filter(info -> !info.allows(DirectoryOperation.DELETE_USER))
                        .map(info -> "The directory \"" + info.name() + "\" does not allow "
                                + DirectoryOperation.DELETE_USER.words() + ". Choose DEACTIVATE, or another directory.")
                : Optional.empty();
    }

    /**
     * One directory.
     *
     * @param position where the product looks for people in it, from 1: behind those with a smaller one
     * @param obstacle why no connection can use it, as a sentence; empty when one can
     * @param warnings what a connection to it has to do without, as sentences
     */
    public record DirectorySummary(
            DirectoryInfo directory, int position, Optional<String> obstacle, List<String> warnings) {
        public DirectorySummary {
            warnings = List.copyOf(warnings);
        }
    }
}
