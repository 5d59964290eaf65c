package org.scimsuite.core.provision;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.Matches.Match;
import org.scimsuite.core.provision.ResourceQuery.Selection;
import org.scimsuite.core.provision.ResourceSource.Keyed;

/** Goes through the resources that a query is true for, selection after selection and in the order of their keys. */
final class Matches implements Iterator<Match> {

    /** Beyond this a search takes longer than identity providers wait. */
    private static final int BUDGET = 200_000;

    /**
     * A resource that matches.
     *
     * @param value what it is sorted by; empty without an order
     * @param found the resource, if it is one of the few that were looked up; of those gone through nothing but this is held
     */
    record Match(int selection, String key, Optional<SortValue> value, Optional<ProvisionedResource> found) {

        /** The place of a resource that is not held. */
        static Match at(int selection, String key, Optional<SortValue> value) {
            return new Match(selection, key, value, Optional.empty());
        }
    }

    private final ResourceQuery query;
    private Optional<String> firstKey;
    private int selection;
    private Iterator<Keyed> resources = List.<Keyed>of().iterator();
    private boolean areLookedUp;
    private int read;
    private Optional<Match> next = Optional.empty();

    /** Begins behind a key of a selection; an empty key is the beginning of it. */
    Matches(ResourceQuery query, int firstSelection, Optional<String> firstKey) {
        this.query = query;
        this.selection = firstSelection - 1;
        this.firstKey = firstKey;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            if (resources.hasNext()) {
                next = match(resources.next());
            } else if (selection + 1 < query.selections().size()) {
                selection++;
                resources = open(query.selections().get(selection));
                firstKey = Optional.empty();
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Match next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Match match = next.get();
        next = Optional.empty();
        return match;
    }

    private Iterator<Keyed> open(Selection opened) {
        Optional<List<Keyed>> candidates =
                opened.filter().flatMap(filter -> opened.source().candidates(filter));
        areLookedUp = candidates.isPresent();
        if (candidates.isEmpty()) {
            return opened.source().scan(firstKey);
        }
        Optional<String> behind = firstKey;
        return candidates.get().stream()
                .filter(keyed -> behind.map(key -> opened.source().compareKeys(keyed.key(), key) > 0)
                        .orElse(true))
                .sorted((one, other) -> opened.source().compareKeys(one.key(), other.key()))
                .iterator();
    }

    private Optional<Match> match(Keyed keyed) {
        if (++read > BUDGET) {
            throw ScimException.badRequest(
                    ScimType.TOO_MANY,
                    "There are too many resources to be searched or sorted like this. Search by id, externalId or userName"
                            + " with eq, or page through all of them.");
        }
        Selection current = query.selections().get(selection);
        if (!current.filter().map(keyed.resource()::matches).orElse(true)) {
            return Optional.empty();
        }
        Optional<SortValue> value = query.order().map(order -> current.sortBy()
                .map(by -> SortValue.of(keyed.resource().resource(), by))
                .orElse(new SortValue.None()));
        return Optional.of(new Match(
                selection, keyed.key(), value, areLookedUp ? Optional.of(keyed.resource()) : Optional.empty()));
    }
}
