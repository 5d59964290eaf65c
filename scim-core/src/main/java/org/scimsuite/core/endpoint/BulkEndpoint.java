package org.scimsuite.core.endpoint;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.scimsuite.core.bulk.BulkReader;
import org.scimsuite.core.bulk.BulkRequest;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.schema.ResourceType;

/** {@code /Bulk}: many operations in one request, each on its own (RFC 7644 §3.7). */
final class BulkEndpoint {

    /** Advertised as {@code maxOperations}. */
    static final int MAX_OPERATIONS = 1000;

    private final Map<String, ResourceType> types;
    private final BulkReader reader;

    BulkEndpoint(Collection<ResourceEndpoint> resources) {
        types = resources.stream()
                .map(ResourceEndpoint::type)
                .collect(Collectors.toMap(type -> type.endpoint().substring(1), type -> type));
        reader = new BulkReader(types.keySet(), MAX_OPERATIONS);
    }

    /**
     * Carries out the operations.
     *
     * @throws ScimException 400 or 413, with nothing carried out
     */
    ScimResponse answer(Exchange exchange) {
        BulkRequest bulk = reader.read(exchange.request().body(), exchange.notes());
        return new BulkRun(exchange, bulk, types).answer();
    }
}
