package org.scimsuite.core.directory;

import java.util.Set;

/**
 * What provisioning must know about a directory before it writes to it.
 *
 * @param id the product's number for it
 * @param name the name the admin gave it
 * @param kind the product's word for its type, such as {@code INTERNAL} or {@code CONNECTOR}
 * @param allowedOperations what the product lets anybody do in it
 */
public record DirectoryInfo(long id, String name, String kind, Set<DirectoryOperation> allowedOperations) {

    public DirectoryInfo {
        allowedOperations = Set.copyOf(allowedOperations);
    }

    public boolean allows(DirectoryOperation operation) {
        return allowedOperations.contains(operation);
    }
}
