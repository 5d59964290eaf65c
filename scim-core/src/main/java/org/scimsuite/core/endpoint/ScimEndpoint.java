package org.scimsuite.core.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.AlignmentWorker;
import org.scimsuite.core.provision.Foresight;
import org.scimsuite.core.provision.ProvisioningContext;

/** Routes requests by path and method (RFC 7644 §3.2). */
final class ScimEndpoint {

    private static final String VERSION = "v2";

    private final AlignmentWorker worker;
    private final Foresight foresight;
    private final Map<String, ResourceEndpoint> types = new HashMap<>();
    private final SearchEndpoint search;
    private final DiscoveryEndpoint discovery;
    private final BulkEndpoint bulk;

    ScimEndpoint(
            AlignmentWorker worker,
            Foresight foresight,
            List<ResourceEndpoint> resources,
            SearchEndpoint search,
            DiscoveryEndpoint discovery) {
        this.worker = worker;
        this.foresight = foresight;
        resources.forEach(endpoint -> types.put(endpoint.type().endpoint().substring(1), endpoint));
        this.search = search;
        this.discovery = discovery;
        this.bulk = new BulkEndpoint(resources);
    }

    /** What would become of people, for administrators. */
    Foresight foresight() {
        return foresight;
    }

    /** Carries on what requests of a connection have left to be done in local groups. */
    void align(ProvisioningContext context) {
        worker.runOnce(context);
    }

    /**
     * Answers a request.
     *
     * @throws ScimException for every problem that is the request's
     */
    Answer answer(Exchange exchange) {
        ScimRequest request = exchange.request();
        checkBody(request);
        Map<String, Supplier<ScimResponse>> methods = methods(exchange, segments(request));
        Supplier<ScimResponse> method = methods.get(request.method().equals("HEAD") ? "GET" : request.method());
        return method == null ? methodNotAllowed(request, methods) : Answer.of(method.get());
    }

    private Map<String, Supplier<ScimResponse>> methods(Exchange exchange, List<String> path) {
        String endpoint = path.isEmpty() ? "" : path.get(0);
        Optional<ResourceEndpoint> resources = Optional.ofNullable(types.get(endpoint));
        return resources.isPresent()
                ? resourceMethods(exchange, resources.get(), path)
                : serverMethods(exchange, endpoint, path);
    }

    private Map<String, Supplier<ScimResponse>> resourceMethods(
            Exchange exchange, ResourceEndpoint resources, List<String> path) {
        Map<String, Supplier<ScimResponse>> methods = new TreeMap<>();
        switch (path.size()) {
            case 1 -> {
                methods.put("GET", () -> search.list(exchange, resources.type()));
                methods.put("POST", () -> resources.create(exchange));
            }
            case 2 -> {
                String id = path.get(1);
                if (id.equals(SearchParameters.SEARCH)) {
                    methods.put("POST", () -> search.search(exchange, resources.type()));
                    return methods;
                }
                methods.put("GET", () -> resources.get(exchange, id));
                methods.put("PUT", () -> resources.replace(exchange, id));
                methods.put("PATCH", () -> resources.patch(exchange, id));
                methods.put("DELETE", () -> resources.delete(exchange, id));
            }
            default -> throw unknown("");
        }
        return methods;
    }

    private Map<String, Supplier<ScimResponse>> serverMethods(Exchange exchange, String endpoint, List<String> path) {
        ScimRequest request = exchange.request();
        Map<String, Supplier<ScimResponse>> methods = new TreeMap<>();
        switch (endpoint + "/" + (path.size() - 1)) {
            case "/-1" -> methods.put("GET", () -> search.listAll(exchange));
            case SearchParameters.SEARCH + "/0" -> methods.put("POST", () -> search.searchAll(exchange));
            case "Schemas/0" -> methods.put("GET", () -> discovery.schemas(request));
            case "Schemas/1" -> methods.put("GET", () -> discovery.schema(request, path.get(1)));
            case "ResourceTypes/0" -> methods.put("GET", () -> discovery.resourceTypes(request));
            case "ResourceTypes/1" -> methods.put("GET", () -> discovery.resourceType(request, path.get(1)));
            case "ServiceProviderConfig/0" -> methods.put("GET", () -> discovery.serviceProviderConfig(request));
            case "Bulk/0" -> methods.put("POST", () -> bulk.answer(exchange));
            default -> throw unknown(endpoint);
        }
        return methods;
    }

    /** Without a version in front, and without what a slash at the end leaves behind. */
    private static List<String> segments(ScimRequest request) {
        List<String> path = new ArrayList<>(request.path());
        while (!path.isEmpty() && path.get(path.size() - 1).isEmpty()) {
            path.remove(path.size() - 1);
        }
        if (!path.isEmpty() && path.get(0).matches("[vV][0-9][0-9.]*")) {
            if (!path.get(0).equalsIgnoreCase(VERSION)) {
                throw ScimException.badRequest(
                        ScimType.INVALID_VERS,
                        "This server speaks SCIM 2.0 only. End the base URL with /" + VERSION + ".");
            }
            path.remove(0);
        }
        return path;
    }

    private static void checkBody(ScimRequest request) {
        if (request.body().length > ScimServer.MAX_BODY_BYTES) {
            throw new ScimException(ScimError.of(
                    413,
                    "The body is larger than " + ScimServer.MAX_BODY_BYTES / (1024 * 1024)
                            + " MiB. Send less in one request."));
        }
        boolean hasBody = request.body().length > 0 && !request.method().equals("GET");
        if (hasBody && !isJson(request.header("content-type").orElse(""))) {
            throw new ScimException(ScimError.of(
                    415, "The body must be sent with Content-Type application/scim+json or application/json."));
        }
    }

    /** A missing type is taken for SCIM JSON. */
    private static boolean isJson(String contentType) {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return mediaType.isEmpty() || mediaType.equals("application/json") || mediaType.equals(ScimResponse.MEDIA_TYPE);
    }

    private static ScimException unknown(String endpoint) {
        return switch (endpoint) {
            case "Me" ->
                new ScimException(ScimError.of(
                        501,
                        "There is no /Me: a token of this server stands for a connection and not for a person. Look people up"
                                + " in /Users."));
            default ->
                new ScimException(ScimError.of(
                        404,
                        "There is no such endpoint. This server has /Users, /Groups, /Bulk, /Schemas,"
                                + " /ResourceTypes and /ServiceProviderConfig below its base URL."));
        };
    }

    private static Answer methodNotAllowed(ScimRequest request, Map<String, Supplier<ScimResponse>> methods) {
        String allow = String.join(", ", methods.keySet()) + (methods.containsKey("GET") ? ", HEAD" : "");
        return Answer.of(
                ScimError.of(405, request.method() + " is not possible here. Allowed: " + allow + "."),
                Map.of("Allow", allow));
    }
}
