package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.provision.Matches.Match;
import org.scimsuite.core.provision.ResourceQuery.Mark;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.After;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.Index;
import org.scimsuite.core.provision.ResourceQuery.Selection;
import org.scimsuite.core.provision.ResourceSource.Keyed;
import org.scimsuite.core.provision.ResourceSource.Slice;

/**
 * Finds a page of resources (RFC 7644 §3.4.2, RFC 9865), the same way for every type and over several of them. Without filter
 * and order only the page is read. Otherwise the resources are gone through once, and no more than the keys of the page -
 * with an order, of all pages up to it - are held.
 */
public final class ResourceSearch {

    private final ResourceQuery query;
    private final Optional<Mark> mark;

    private ResourceSearch(ResourceQuery query) {
        this.query = query;
        this.mark = query.page() instanceof After after ? after.mark() : Optional.empty();
    }

    /**
     * The page that a query asks for.
     *
     * @throws org.scimsuite.core.message.ScimException 400 tooMany when the search would have to read or to hold too much
     */
    public static ResourcePage search(ResourceQuery query) {
        ResourceSearch search = new ResourceSearch(query);
        boolean plain = query.order().isEmpty()
                && query.selections().stream()
                        .noneMatch(selection -> selection.filter().isPresent());
        if (query.page() instanceof Index index) {
            return plain ? search.plain(index) : search.matching(index);
        }
        After after = (After) query.page();
        return plain ? search.plain(after) : search.matching(after);
    }

    private ResourcePage plain(Index index) {
        int total = 0;
        int skip = index.startIndex() - 1;
        int room = index.count();
        List<ProvisionedResource> page = new ArrayList<>();
        for (Selection selection : query.selections()) {
            int count = selection.source().count();
            total += count;
            if (room > 0 && skip < count) {
                selection.source().from(skip, room).forEach(keyed -> page.add(keyed.resource()));
                // by position, not by what could be read: a resource that went meanwhile moves no other page
                room -= Math.min(room, count - skip);
            }
            skip = Math.max(0, skip - count);
        }
        return new ResourcePage(total, page, Optional.empty());
    }

    private ResourcePage plain(After after) {
        int total = mark.map(Mark::total).orElseGet(this::countAll);
        if (after.count() == 0) {
            return new ResourcePage(total, List.of(), Optional.empty());
        }
        int wanted = after.count() + 1;
        List<Match> places = new ArrayList<>();
        List<ProvisionedResource> resources = new ArrayList<>();
        for (int selection = firstSelection();
                selection < query.selections().size() && places.size() < wanted;
                selection++) {
            Optional<String> key = startOf(selection);
            do {
                Slice slice = query.selections().get(selection).source().after(key, wanted - places.size());
                for (Keyed keyed : slice.resources()) {
                    places.add(Match.at(selection, keyed.key(), Optional.empty()));
                    resources.add(keyed.resource());
                }
                key = slice.next();
            } while (key.isPresent() && places.size() < wanted);
        }
        int shown = Math.min(after.count(), resources.size());
        return new ResourcePage(total, resources.subList(0, shown), next(places, after.count(), total));
    }

    private int countAll() {
        return query.selections().stream()
                .mapToInt(selection -> selection.source().count())
                .sum();
    }

    private ResourcePage matching(Index index) {
        Matches matches = new Matches(query, 0, Optional.empty());
        long end = index.count() == 0 ? 0 : index.startIndex() - 1L + index.count();
        if (query.order().isEmpty()) {
            return inKeyOrder(matches, index.startIndex() - 1L, end);
        }
        BestMatches best = new BestMatches(query, Optional.empty(), end);
        matches.forEachRemaining(best::offer);
        List<Match> upToEnd = best.inOrder();
        List<Match> page = upToEnd.subList(Math.min(index.startIndex() - 1, upToEnd.size()), upToEnd.size());
        return new ResourcePage(best.offered(), read(page), Optional.empty());
    }

    private ResourcePage inKeyOrder(Matches matches, long start, long end) {
        int total = 0;
        List<Match> page = new ArrayList<>();
        while (matches.hasNext()) {
            Match match = matches.next();
            if (total >= start && total < end) {
                page.add(match);
            }
            total++;
        }
        return new ResourcePage(total, read(page), Optional.empty());
    }

    private ResourcePage matching(After after) {
        boolean sorted = query.order().isPresent();
        BestMatches best = new BestMatches(query, mark, after.count() == 0 ? 0 : after.count() + 1L);
        Matches matches =
                sorted ? new Matches(query, 0, Optional.empty()) : new Matches(query, firstSelection(), firstKey());
        // the first page tells how many there are; later ones need not go on behind their end, unless it is still
        // unknown
        while ((mark.isEmpty() || sorted || !best.isFull()) && matches.hasNext()) {
            best.offer(matches.next());
        }
        int total = mark.map(Mark::total).orElse(best.offered());
        List<Match> page = best.inOrder();
        List<Match> shown = page.subList(0, Math.min(after.count(), page.size()));
        return new ResourcePage(total, read(shown), next(page, after.count(), total));
    }

    private int firstSelection() {
        return mark.map(Mark::selection).orElse(0);
    }

    private Optional<String> firstKey() {
        return mark.map(Mark::key);
    }

    private Optional<String> startOf(int selection) {
        return mark.filter(place -> place.selection() == selection).map(Mark::key);
    }

    private static Optional<Mark> next(List<Match> found, int count, int total) {
        if (count == 0 || found.size() <= count) {
            return Optional.empty();
        }
        Match last = found.get(count - 1);
        return Optional.of(new Mark(last.selection(), last.key(), last.value(), total));
    }

    /** Reads what is shown and was not looked up, in its order; whoever is gone or does not match any more is left out. */
    private List<ProvisionedResource> read(List<Match> page) {
        List<Map<String, ProvisionedResource>> found = new ArrayList<>();
        for (int index = 0; index < query.selections().size(); index++) {
            int selection = index;
            List<String> keys = page.stream()
                    .filter(match ->
                            match.selection() == selection && match.found().isEmpty())
                    .map(Match::key)
                    .toList();
            found.add(keys.isEmpty() ? Map.of() : find(query.selections().get(selection), keys));
        }
        return page.stream()
                .flatMap(match ->
                        match
                                .found()
                                .or(() -> Optional.ofNullable(
                                        found.get(match.selection()).get(match.key())))
                                .stream())
                .toList();
    }

    private static Map<String, ProvisionedResource> find(Selection selection, List<String> keys) {
        Map<String, ProvisionedResource> byKey = new HashMap<>();
        for (Keyed keyed : selection.source().find(keys)) {
            if (selection.filter().map(keyed.resource()::matches).orElse(true)) {
                byKey.put(keyed.key(), keyed.resource());
            }
        }
        return byKey;
    }
}
