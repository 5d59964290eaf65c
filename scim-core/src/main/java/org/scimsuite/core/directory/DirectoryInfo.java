package org.scimsuite.core.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an administrator must know to choose a directory, and provisioning before it writes to it. Its position is its place in
 * {@link UserDirectoryPort#directories()}.
 *
 * @param id the product's number for it
 * @param name the name the admin gave it
 * @param kind the product's word for its type, such as {@code INTERNAL} or {@code CONNECTOR}
 * @param allowedOperations what the product lets anybody do in it
 * @param remarks sentences for the administrator who chooses, such as "The applications jira and confluence see this directory."
 */
public record DirectoryInfo(
        long id, String name, String kind, Set<DirectoryOperation> allowedOperations, List<String> remarks) {

    public DirectoryInfo {
        allowedOperations = Set.copyOf(allowedOperations);
        remarks = List.copyOf(remarks);
    }

    /** A directory that there is nothing to remark about. */
    public DirectoryInfo(long id, String name, String kind, Set<DirectoryOperation> allowedOperations) {
        this(id, name, kind, allowedOperations, List.of());
    }

    public boolean allows(DirectoryOperation operation) {
        return allowedOperations.contains(operation);
    }

    /** The same with more remarks, behind those it has. */
    public DirectoryInfo withRemarks(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new DirectoryInfo(id, name, kind, allowedOperations, all);
    }
}
