package org.scimsuite.core.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.patch.PatchApplier;
import org.scimsuite.core.patch.PatchReader;
import org.scimsuite.core.patch.PatchRequest;
import org.scimsuite.core.provision.Precondition;
import org.scimsuite.core.provision.ProvisionedUser;
import org.scimsuite.core.provision.Provisioning;
import org.scimsuite.core.provision.UserProvisioner;
import org.scimsuite.core.provision.UserSearch.Page;
import org.scimsuite.core.provision.UserSearch.Window;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** {@code /Users}. */
final class UsersEndpoint {

    private static final String PASSWORD_NOTE =
            "A password was sent; it was dropped, as people log in at the identity provider.";

    private final ResourceType type;
    private final Provisioning provisioning;
    private final ResourceReader bodies;

    UsersEndpoint(ResourceType type, Provisioning provisioning) {
        this.type = type;
        this.provisioning = provisioning;
        this.bodies = new ResourceReader(type, ReadOptions.DEFAULT);
    }

    ScimResponse list(Exchange exchange) {
        Projection projection = projection(exchange);
        Window window = Paging.of(exchange.request());
        Optional<BoundFilter> filter =
                exchange.request().queryParameter("filter").map(text -> bind(text, exchange));
        Page page = filter.isPresent()
                ? provisioning.search().matching(exchange.context(), filter.get(), window)
                : provisioning.search().all(exchange.context(), window);
        List<Json.Part> resources = page.users().stream()
                .map(user -> (Json.Part) json -> ResourceWriter.write(json, user.resource(), projection))
                .toList();
        return ListResponses.of(page.total(), window.startIndex(), resources);
    }

    private BoundFilter bind(String text, Exchange exchange) {
        return BoundFilter.bind(FilterParser.parse(text, exchange.notes()), type, exchange.notes());
    }

    ScimResponse create(Exchange exchange) {
        Projection projection = projection(exchange);
        ScimResource wanted =
                withoutPassword(bodies.readForCreate(exchange.request().body(), exchange.notes()), exchange.notes());
        ProvisionedUser user = provisioning.users().create(exchange.context(), wanted);
        return answer(201, user, projection);
    }

    ScimResponse get(Exchange exchange, String id) {
        Projection projection = projection(exchange);
        ProvisionedUser user =
                provisioning.reader().find(exchange.context(), id).orElseThrow(() -> UserProvisioner.notFound(id));
        if (precondition(exchange, "if-none-match").names(user.version())) {
            return new ScimResponse(304, Map.of("ETag", user.version()), new byte[0]);
        }
        return answer(200, user, projection);
    }

    ScimResponse replace(Exchange exchange, String id) {
        Notes notes = exchange.notes();
        byte[] body = exchange.request().body();
        return change(exchange, id, current -> bodies.readForReplace(body, current, notes));
    }

    ScimResponse patch(Exchange exchange, String id) {
        PatchRequest patch = PatchReader.read(exchange.request().body(), type, exchange.notes());
        return change(exchange, id, current -> PatchApplier.apply(current, patch, exchange.notes())
                .resource());
    }

    private ScimResponse change(Exchange exchange, String id, UnaryOperator<ScimResource> edit) {
        Projection projection = projection(exchange);
        ProvisionedUser user = provisioning
                .users()
                .change(
                        exchange.context(),
                        id,
                        precondition(exchange, "if-match"),
                        current -> withoutPassword(edit.apply(current), exchange.notes()));
        return answer(200, user, projection);
    }

    ScimResponse delete(Exchange exchange, String id) {
        provisioning.users().delete(exchange.context(), id, precondition(exchange, "if-match"));
        return new ScimResponse(204, Map.of(), new byte[0]);
    }

    private Projection projection(Exchange exchange) {
        ScimRequest request = exchange.request();
        return Projection.of(type, parameter(request, "attributes"), parameter(request, "excludedAttributes"));
    }

    /** A list that is spread over several parameters is one list. */
    private static Optional<String> parameter(ScimRequest request, String name) {
        String joined = request.query().entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .flatMap(parameter -> parameter.getValue().stream())
                .collect(Collectors.joining(","));
        return Stream.of(joined).filter(text -> !text.isBlank()).findFirst();
    }

    private static Precondition precondition(Exchange exchange, String header) {
        return new Precondition(exchange.request().header(header));
    }

    private static ScimResource withoutPassword(ScimResource resource, Notes notes) {
        if (resource.get("password").isEmpty()) {
            return resource;
        }
        notes.add(PASSWORD_NOTE);
        return resource.without("password");
    }

    private static ScimResponse answer(int status, ProvisionedUser user, Projection projection) {
        Map<String, String> headers =
                Map.of("Content-Type", ScimResponse.MEDIA_TYPE, "Location", user.location(), "ETag", user.version());
        return new ScimResponse(status, headers, ResourceWriter.write(user.resource(), projection));
    }
}
