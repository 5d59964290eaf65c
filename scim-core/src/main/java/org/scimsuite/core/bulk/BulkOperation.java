package org.scimsuite.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.scimsuite.core.message.ScimError;

/** One operation of a bulk request. */
public sealed interface BulkOperation {

    /** The place in the request, from 1. */
    int number();

    /** The name that other operations know the new resource by, before it has an id; it is sent back. */
    Optional<String> bulkId();

    /** What can be sent as a request of its own. Whether it succeeds is another matter. */
    record Sound(
            int number,
            Method method,
            Optional<String> bulkId,
            Target target,
            Optional<String> version,
            Optional<JsonNode> data)
            implements BulkOperation {

        /** Whether this makes a resource that others can refer to. */
        public boolean creates() {
            return method == Method.POST;
        }
    }

    /**
     * What cannot: it only gets an error.
     *
     * @param method as sent, as far as it is a text
     * @param path as sent, as far as it is a text
     */
    record Broken(
            int number, Optional<String> method, Optional<String> bulkId, Optional<String> path, ScimError problem)
            implements BulkOperation {}

    /** What an operation may do. */
    enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /**
     * Where a path leads.
     *
     * @param endpoint of a resource type, without a slash
     * @param id of a resource, or a reference such as {@code bulkId:qwerty}; empty for the collection
     */
    record Target(String endpoint, Optional<String> id) {}
}
