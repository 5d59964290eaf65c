package org.scimsuite.core.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.filter.Filter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.filter.PartialFilter;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.ResourcePage;
import org.scimsuite.core.provision.ResourceQuery;
import org.scimsuite.core.provision.ResourceQuery.Direction;
import org.scimsuite.core.provision.ResourceQuery.PageRequest;
import org.scimsuite.core.provision.ResourceQuery.Selection;
import org.scimsuite.core.provision.ResourceSearch;
import org.scimsuite.core.provision.ResourceService;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.schema.ResourceType;

/** Lists and searches, of one type or of all, by GET and by POST (RFC 7644 §3.4.2, §3.4.3). */
final class SearchEndpoint {

    private final List<ResourceService> services;
    private final Cursors cursors;

    SearchEndpoint(List<ResourceService> services, Cursors cursors) {
        this.services = List.copyOf(services);
        this.cursors = cursors;
    }

    /** {@code GET /Users}. */
    ScimResponse list(Exchange exchange, ResourceType type) {
        return find(exchange, SearchParameters.of(exchange.request()), only(type));
    }

    /** {@code POST /Users/.search}. */
    ScimResponse search(Exchange exchange, ResourceType type) {
        return find(exchange, SearchRequestReader.read(exchange.request().body()), only(type));
    }

    /** {@code GET /}. */
    ScimResponse listAll(Exchange exchange) {
        return find(exchange, SearchParameters.of(exchange.request()), services);
    }

    /** {@code POST /.search}. */
    ScimResponse searchAll(Exchange exchange) {
        return find(exchange, SearchRequestReader.read(exchange.request().body()), services);
    }

    private List<ResourceService> only(ResourceType type) {
        return services.stream().filter(service -> service.type() == type).toList();
    }

    private ScimResponse find(Exchange exchange, SearchParameters parameters, List<ResourceService> searched) {
        Map<ResourceType, Projection> shown = new HashMap<>();
        for (ResourceService service : searched) {
            shown.put(
                    service.type(),
                    Projection.of(
                            service.type(),
                            exchange.unknownAttributes(),
                            parameters.attributes(),
                            parameters.excludedAttributes()));
        }
        String search = fingerprint(exchange, parameters, searched);
        PageRequest page = Paging.of(parameters, cursors, search);
        Direction direction = direction(parameters);
        ResourceQuery query = new ResourceQuery(
                selections(exchange, parameters, searched, shown),
                parameters.sortBy().map(by -> direction),
                page);
        ResourcePage found = ResourceSearch.search(query);
        Optional<String> next = found.next().map(mark -> cursors.seal(search, new Cursors.Place(mark, page.count())));
        return ListResponses.of(found, page, next, shown);
    }

    private static List<Selection> selections(
            Exchange exchange,
            SearchParameters parameters,
            List<ResourceService> searched,
            Map<ResourceType, Projection> shown) {
        List<ResourceType> types = searched.stream().map(ResourceService::type).toList();
        Optional<Filter> filter = parameters.filter().map(text -> FilterParser.parse(text, exchange.notes()));
        Optional<SortBy> sortBy = parameters.sortBy().map(path -> SortBy.of(path, types));
        filter.ifPresent(parsed -> PartialFilter.checkAttributes(parsed, types));
        List<Selection> selections = new ArrayList<>();
        for (ResourceService service : searched) {
            ResourceType type = service.type();
            Optional<PartialFilter> partial = filter.map(parsed -> PartialFilter.of(parsed, type));
            if (partial.equals(Optional.of(new PartialFilter.Constant(false)))) {
                continue;
            }
            Optional<BoundFilter> bound = partial.filter(PartialFilter.Open.class::isInstance)
                    .map(open -> BoundFilter.bind(((PartialFilter.Open) open).filter(), type, exchange.notes()));
            selections.add(new Selection(
                    service.source(exchange.context(), shown.get(type)), bound, sortBy.flatMap(by -> by.target(type))));
        }
        return selections;
    }

    private static Direction direction(SearchParameters parameters) {
        return switch (parameters.sortOrder().orElse("ascending").toLowerCase(Locale.ROOT)) {
            case "ascending" -> Direction.ASCENDING;
            case "descending" -> Direction.DESCENDING;
            default ->
                throw ScimException.badRequest(ScimType.INVALID_VALUE, "sortOrder must be ascending or descending.");
        };
    }

    /** Everything that decides what is found, in which order and how it is shown; never two searches with the same one. */
    private static String fingerprint(Exchange exchange, SearchParameters parameters, List<ResourceService> searched) {
        List<String> parts = new ArrayList<>();
        parts.add(exchange.context().connection().id());
        searched.forEach(service -> parts.add(service.type().name()));
        parts.add(parameters.filter().toString());
        parts.add(parameters.sortBy().toString());
        parts.add(parameters.sortOrder().toString());
        parts.add(parameters.attributes().toString());
        parts.add(parameters.excludedAttributes().toString());
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return text.toString();
    }
}
