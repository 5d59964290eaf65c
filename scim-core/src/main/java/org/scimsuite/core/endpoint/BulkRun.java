package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scimsuite.core.bulk.BulkOperation;
import org.scimsuite.core.bulk.BulkOperation.Broken;
import org.scimsuite.core.bulk.BulkOperation.Sound;
import org.scimsuite.core.bulk.BulkOrder;
import org.scimsuite.core.bulk.BulkReferences;
import org.scimsuite.core.bulk.BulkRequest;
import org.scimsuite.core.bulk.CircularCreation;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.schema.ResourceType;

/** Carries one bulk request out, operation by operation; nothing is held or open from one to the next. */
final class BulkRun {

    private final BulkRequest bulk;
    private final Map<String, ResourceType> types;
    private final InnerRequests inner;
    private final BulkRequests requests;
    private final Exchange exchange;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Integer, BulkEntry> entries = new TreeMap<>();

    BulkRun(Exchange exchange, BulkRequest bulk, Map<String, ResourceType> types) {
        this.exchange = exchange;
        this.bulk = bulk;
        this.types = types;
        this.inner = exchange.inner();
        this.requests = new BulkRequests(exchange.request().baseUri());
    }

    /** A creation whose references to resources that were not there yet are still to be added. */
    private record Incomplete(Sound creation, String id, JsonNode later) {}

    ScimResponse answer() {
        int count = bulk.operations().size();
        inner.begin("Carry out " + count + " operations, each with a journal entry of its own.");
        for (List<BulkOperation> step : BulkOrder.of(bulk.operations())) {
            if (!stopped()) {
                carryOut(step);
            }
        }
        exchange.notes()
                .add("Of " + count + " operations, " + (entries.size() - errors()) + " succeeded, " + errors()
                        + " failed, and " + (count - entries.size()) + " were not tried.");
        return BulkResponses.of(List.copyOf(entries.values()));
    }

    /** What has begun is completed even when no other operation is begun any more. */
    private void carryOut(List<BulkOperation> step) {
        Set<String> ahead = step.stream()
                .flatMap(operation -> operation.bulkId().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Incomplete> incomplete = new ArrayList<>();
        for (BulkOperation operation : step) {
            if (!stopped()) {
                if (operation instanceof Sound sound) {
                    carryOut(sound, ahead).ifPresent(incomplete::add);
                } else if (operation instanceof Broken broken) {
                    Answer answer = inner.refuse(broken.number(), requests.of(broken), broken.problem());
                    entries.put(broken.number(), BulkEntry.of(broken, answer));
                }
                operation.bulkId().ifPresent(ahead::remove);
            }
        }
        incomplete.forEach(this::complete);
    }

    private Optional<Incomplete> carryOut(Sound operation, Set<String> ahead) {
        Set<String> absent = missing(operation);
        Set<String> postponed = new LinkedHashSet<>(absent);
        postponed.retainAll(operation.creates() ? ahead : Set.of());
        absent.removeAll(postponed);
        if (!absent.isEmpty()) {
            ScimRequest request = requests.of(operation, operation.data(), ids);
            Answer refusal = inner.refuse(operation.number(), request, unresolved(operation, absent));
            entries.put(operation.number(), BulkEntry.of(operation, request, refusal));
            return Optional.empty();
        }
        Optional<CircularCreation> circular = postponed.isEmpty()
                ? Optional.empty()
                : operation.data().map(data -> CircularCreation.of(data, postponed, type(operation)));
        Optional<JsonNode> data = circular.map(CircularCreation::now).or(operation::data);
        ScimRequest request = requests.of(operation, data, ids);
        BulkEntry entry = BulkEntry.of(operation, request, inner.answer(operation.number(), request));
        entries.put(operation.number(), entry);
        if (!operation.creates() || entry.isError()) {
            return Optional.empty();
        }
        String location = entry.location().orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        ids.put(operation.bulkId().orElseThrow(), id);
        return circular.map(parts -> new Incomplete(operation, id, parts.later()));
    }

    /** Adds what was left out. When that fails, the entry says so, and where the resource is nevertheless. */
    private void complete(Incomplete incomplete) {
        Sound creation = incomplete.creation();
        ScimRequest request = requests.patch(creation.target().endpoint(), incomplete.id(), incomplete.later(), ids);
        Set<String> absent = missing(creation);
        Answer answer = absent.isEmpty()
                ? inner.answer(creation.number(), request)
                : inner.refuse(creation.number(), request, unresolved(creation, absent));
        entries.computeIfPresent(creation.number(), (number, entry) -> entry.completedBy(answer));
    }

    private Set<String> missing(Sound operation) {
        Set<String> missing = new LinkedHashSet<>(BulkReferences.of(operation));
        missing.removeAll(ids.keySet());
        return missing;
    }

    private ScimError unresolved(Sound operation, Set<String> absent) {
        String bulkId = absent.iterator().next();
        boolean named = bulk.operations().stream()
                .anyMatch(other -> other.bulkId().filter(bulkId::equals).isPresent());
        return ScimError.of(
                409,
                ScimType.INVALID_VALUE,
                "Operation " + operation.number() + " refers to bulkId \"" + Excerpt.of(bulkId) + "\", "
                        + (named ? "which was not created." : "which no operation of this request has."));
    }

    private ResourceType type(Sound operation) {
        return types.get(operation.target().endpoint());
    }

    private boolean stopped() {
        return bulk.failOnErrors().isPresent()
                && errors() >= bulk.failOnErrors().getAsInt();
    }

    private long errors() {
        return entries.values().stream().filter(BulkEntry::isError).count();
    }
}
