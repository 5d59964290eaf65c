package org.scimsuite.core.patch;

import java.util.List;

/** The operations of a PATCH, read against the schema, in order (RFC 7644 §3.5.2). */
public record PatchRequest(List<PatchOperation> operations) {
    public PatchRequest {
        operations = List.copyOf(operations);
    }
}
