package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.Matches.Match;
import org.scimsuite.core.provision.ResourceQuery.Direction;
import org.scimsuite.core.provision.ResourceQuery.Mark;

/**
 * The first matches by the order of a query, of all that are offered. Resources of the same value stay in the order of their
 * keys (RFC 7644 §3.4.2.3 leaves it open), so that pages neither repeat nor lose one.
 */
final class BestMatches {

    /** As many as are held; more would let one request fill the memory. */
    private static final int BUFFER = 20_000;

    private final ResourceQuery query;
    private final Comparator<Match> order;
    private final Optional<Match> behind;
    private final long limit;
    private final PriorityQueue<Match> kept;
    private int offered;

    /**
     * @param mark only matches behind it count; empty for all
     * @param limit how many are kept
     */
    BestMatches(ResourceQuery query, Optional<Mark> mark, long limit) {
        this.query = query;
        this.order = order();
        this.behind = mark.map(place -> Match.at(place.selection(), place.key(), place.value()));
        this.limit = limit;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    private Comparator<Match> order() {
        Comparator<SortValue> values = Comparator.naturalOrder();
        Comparator<SortValue> directed =
                query.order().equals(Optional.of(Direction.DESCENDING)) ? values.reversed() : values;
        return Comparator.<Match, SortValue>comparing(match -> match.value().orElse(new SortValue.None()), directed)
                .thenComparingInt(Match::selection)
                .thenComparing((one, other) ->
                        query.selections().get(one.selection()).source().compareKeys(one.key(), other.key()));
    }

    void offer(Match match) {
        if (behind.filter(place -> order.compare(match, place) <= 0).isPresent()) {
            return;
        }
        offered++;
        if (kept.size() < limit) {
            if (kept.size() == BUFFER) {
                throw ScimException.badRequest(
                        ScimType.TOO_MANY,
                        "This page begins too far behind in a sorted or filtered list. Page by cursor instead of startIndex.");
            }
            kept.add(match);
        } else if (limit > 0 && order.compare(match, kept.element()) < 0) {
            kept.remove();
            kept.add(match);
        }
    }

    /** How many have been offered, of those that count. */
    int offered() {
        return offered;
    }

    boolean isFull() {
        return kept.size() >= limit;
    }

    List<Match> inOrder() {
        List<Match> matches = new ArrayList<>(kept);
        Collections.sort(matches, order);
        return matches;
    }
}
