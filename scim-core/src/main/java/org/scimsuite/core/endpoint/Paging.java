package org.scimsuite.core.endpoint;

import java.math.BigInteger;
import java.util.Optional;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.ResourceQuery.PageRequest;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.After;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.Index;

/** Which page is asked for: by {@code startIndex} (RFC 7644 §3.4.2.4), or by {@code cursor} (RFC 9865). */
final class Paging {

    static final int MAX_COUNT = 1000;

    static final int DEFAULT_COUNT = 100;

    private Paging() {}

    /**
     * The page; by index, values out of range are brought into it.
     *
     * @param search what a cursor must be good for
     * @throws ScimException 400 invalidValue when both are sent; 400 invalidCursor, expiredCursor or
     *     invalidCount for a cursor
     */
    static PageRequest of(SearchParameters parameters, Cursors cursors, String search) {
        if (parameters.cursor().isEmpty()) {
            int startIndex = parameters
                    .startIndex()
                    .map(value -> clamp(value, 1, Integer.MAX_VALUE))
                    .orElse(1);
            int count =
                    parameters.count().map(value -> clamp(value, 0, MAX_COUNT)).orElse(DEFAULT_COUNT);
            return new Index(startIndex, count);
        }
        if (parameters.startIndex().isPresent()) {
            throw ScimException.badRequest(
                    ScimType.INVALID_VALUE, "Page by cursor or by startIndex; both together name two pages.");
        }
        String cursor = parameters.cursor().get().strip();
        Optional<Integer> count = parameters.count().map(Paging::cursorCount);
        if (cursor.isEmpty()) {
            return new After(Optional.empty(), count.orElse(DEFAULT_COUNT));
        }
        Cursors.Place place = cursors.open(search, cursor);
        if (!count.orElse(place.count()).equals(place.count())) {
            throw invalidCount("The count must be that of the first page, " + place.count() + ".");
        }
        return new After(Optional.of(place.mark()), place.count());
    }

    private static int cursorCount(BigInteger count) {
        if (count.compareTo(BigInteger.valueOf(MAX_COUNT)) > 0) {
            throw invalidCount("The count must not be larger than " + MAX_COUNT + ".");
        }
        return clamp(count, 0, MAX_COUNT);
    }

    private static ScimException invalidCount(String detail) {
        return ScimException.badRequest(ScimType.INVALID_COUNT, detail);
    }

    private static int clamp(BigInteger value, int least, int most) {
        return value.max(BigInteger.valueOf(least))
                .min(BigInteger.valueOf(most))
                .intValue();
    }
}
