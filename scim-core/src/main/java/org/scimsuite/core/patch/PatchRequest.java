package org.scimsuite.core.patch;

import java.util.List;

/**
 * The operations of a PATCH, read against the schema, in order (RFC 7644 §3.5.2).
 *
 * @param others those on attributes that no schema has, in order among themselves
 */
public record PatchRequest(List<PatchOperation> operations, List<OtherEdit> others) {
    public PatchRequest {
        operations = List.copyOf(operations);
        others = List.copyOf(others);
    }
}
