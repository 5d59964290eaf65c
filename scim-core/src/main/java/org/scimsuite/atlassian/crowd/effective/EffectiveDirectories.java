package org.scimsuite.atlassian.crowd.effective;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.atlassian.crowd.CrowdCalls;
import org.scimsuite.atlassian.crowd.CrowdValues;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;

/**
 * Which directory can be worked on through the product's view of all: the one in which the product creates users, the first that
 * permits it. What the product would do in other directories too is not permitted in this one either.
 */
final class EffectiveDirectories {

    /** What the product does in every directory that permits it. */
    private static final Set<DirectoryOperation> EVERYWHERE_AT_ONCE =
            EnumSet.of(DirectoryOperation.CREATE_GROUP, DirectoryOperation.DELETE_GROUP);

    private final Supplier<CrowdDirectoryService> service;

    EffectiveDirectories(Supplier<CrowdDirectoryService> service) {
        this.service = service;
    }

    List<DirectoryInfo> all() {
        List<DirectoryInfo> plain = EffectiveCalls.call(
                        0, "", () -> service.get().findAllDirectories())
                .stream()
                .filter(Directory::isActive)
                .map(CrowdValues::info)
                .toList();
        Optional<DirectoryInfo> home = plain.stream()
                .filter(directory -> directory.allows(DirectoryOperation.CREATE_USER))
                .findFirst();
        return plain.stream()
                .map(directory -> home.filter(directory::equals).isPresent()
                        ? workable(directory, plain)
                        : untouchable(directory, home))
                .toList();
    }

    Optional<DirectoryInfo> find(long directoryId) {
        return all().stream().filter(directory -> directory.id() == directoryId).findFirst();
    }

    /** @throws DirectoryException when the directory is gone or is not the one that can be worked on */
    void require(long directoryId, DirectoryOperation operation) {
        DirectoryInfo directory = find(directoryId).orElseThrow(() -> CrowdCalls.noDirectory(directoryId, null));
        if (!directory.allows(operation)) {
            throw new DirectoryException.NotPermitted(
                    "The plugin cannot do this in the directory \"" + directory.name() + "\": "
                            + String.join(" ", directory.remarks()),
                    null);
        }
    }

    private static DirectoryInfo workable(DirectoryInfo home, List<DirectoryInfo> all) {
        Set<DirectoryOperation> operations = EnumSet.noneOf(DirectoryOperation.class);
        operations.addAll(home.allowedOperations());
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "New people get into this directory because it is the first in which the product can create users.");
        remarks.add("People who are in an earlier directory too are not seen in this one, and cannot be changed here.");
        remarks.add("Groups and memberships are seen as those of all directories together.");
        for (DirectoryOperation operation : EVERYWHERE_AT_ONCE) {
            List<String> others = all.stream()
                    .filter(other -> other.id() != home.id() && other.allows(operation))
                    .map(other -> "\"" + other.name() + "\"")
                    .toList();
            if (!others.isEmpty() && operations.remove(operation)) {
                remarks.add("Groups cannot be " + (operation == DirectoryOperation.CREATE_GROUP ? "created" : "deleted")
                        + ", because the product would do it in " + String.join(", ", others) + " too.");
            }
        }
        return with(home, operations, remarks);
    }

    private static DirectoryInfo untouchable(DirectoryInfo directory, Optional<DirectoryInfo> home) {
        return with(
                directory,
                Set.of(),
                List.of(home.map(first -> "The product lets the plugin work only on \"" + first.name()
                                + "\", the first directory in which it can create users.")
                        .orElse("The product has no directory in which it can create users.")));
    }

    private static DirectoryInfo with(
            DirectoryInfo directory, Set<DirectoryOperation> operations, List<String> remarks) {
        return new DirectoryInfo(directory.id(), directory.name(), directory.kind(), operations, directory.remarks())
                .withRemarks(remarks);
    }
}
