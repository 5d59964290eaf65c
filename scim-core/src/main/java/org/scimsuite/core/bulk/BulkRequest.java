package org.scimsuite.core.bulk;

import java.util.List;
import java.util.OptionalInt;

/**
 * A bulk request (RFC 7644 §3.7).
 *
 * @param operations in the order of the request
 * @param failOnErrors after how many errors no further operation is carried out; empty for never
 */
public record BulkRequest(List<BulkOperation> operations, OptionalInt failOnErrors) {

    /** The schema of the body. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    public BulkRequest {
        operations = List.copyOf(operations);
    }
}
