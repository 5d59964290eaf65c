package org.scimsuite.core.endpoint;

import java.util.EnumMap;
import java.util.Map;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.patch.PatchReader;
import org.scimsuite.core.patch.PatchRequest;
import org.scimsuite.core.provision.Precondition;
import org.scimsuite.core.provision.ProvisionedResource;
import org.scimsuite.core.provision.ResourceService;
import org.scimsuite.core.provision.ResourceService.PatchAnswer;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** The endpoint of one resource type, such as {@code /Users}: the same for all types (RFC 7644 §3.3 to §3.6). */
final class ResourceEndpoint {

    private final ResourceService service;
    private final Map<UnknownAttributes, ResourceReader> readers = new EnumMap<>(UnknownAttributes.class);

    ResourceEndpoint(ResourceService service) {
        this.service = service;
        for (UnknownAttributes unknown : UnknownAttributes.values()) {
            readers.put(unknown, new ResourceReader(service.type(), new ReadOptions(unknown, JsonLimits.DEFAULT)));
        }
    }

    ResourceType type() {
        return service.type();
    }

    ScimResponse create(Exchange exchange) {
        Projection projection = projection(exchange);
        ScimResource wanted = bodies(exchange).readForCreate(exchange.request().body(), exchange.notes());
        return answer(201, service.create(exchange.context(), wanted), projection);
    }

    ScimResponse get(Exchange exchange, String id) {
        Projection projection = projection(exchange);
        ProvisionedResource resource =
                service.find(exchange.context(), id, projection).orElseThrow(() -> service.notFound(id));
        if (precondition(exchange, "if-none-match").names(resource.version())) {
            return ScimResponse.empty(304, Map.of("ETag", resource.version()));
        }
        return answer(200, resource, projection);
    }

    ScimResponse replace(Exchange exchange, String id) {
        Projection projection = projection(exchange);
        Notes notes = exchange.notes();
        byte[] body = exchange.request().body();
        ProvisionedResource resource =
                service.replace(exchange.context(), id, precondition(exchange, "if-match"), current -> bodies(exchange)
                        .readForReplace(body, current, notes));
        return answer(200, resource, projection);
    }

    ScimResponse patch(Exchange exchange, String id) {
        Projection projection = projection(exchange);
        PatchRequest patch =
                PatchReader.read(exchange.request().body(), type(), exchange.unknownAttributes(), exchange.notes());
        boolean asked = SearchParameters.list(exchange.request(), "attributes").isPresent();
        boolean empty = service.patchAnswer() == PatchAnswer.NOTHING && !asked;
        if (empty) {
            exchange.context().trace().willAnswer(204);
        }
        ProvisionedResource resource = service.patch(exchange.context(), id, precondition(exchange, "if-match"), patch);
        return empty
                ? ScimResponse.empty(204, Map.of("Location", resource.location(), "ETag", resource.version()))
                : answer(200, resource, projection);
    }

    ScimResponse delete(Exchange exchange, String id) {
        service.delete(exchange.context(), id, precondition(exchange, "if-match"));
        return ScimResponse.empty(204, Map.of());
    }

    private ResourceReader bodies(Exchange exchange) {
        return readers.get(exchange.unknownAttributes());
    }

    private Projection projection(Exchange exchange) {
        ScimRequest request = exchange.request();
        return Projection.of(
                type(),
                exchange.unknownAttributes(),
                SearchParameters.list(request, "attributes"),
                SearchParameters.list(request, "excludedAttributes"));
    }

    private static Precondition precondition(Exchange exchange, String header) {
        return new Precondition(exchange.request().header(header));
    }

    private static ScimResponse answer(int status, ProvisionedResource resource, Projection projection) {
        Map<String, String> headers = Map.of(
                "Content-Type", ScimResponse.MEDIA_TYPE, "Location", resource.location(), "ETag", resource.version());
        return new ScimResponse(status, headers, Json.body(json -> resource.write(json, projection)));
    }
}
