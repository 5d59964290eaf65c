package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.schema.AttributeTarget;

/**
 * Which resources of one type are asked for, in which order, and which page of them (RFC 7644 §3.4.2).
 *
 * @param filter empty for all
 * @param order empty for the natural order of the type
 * @param shown what the answer shows of each: what it leaves out need not be read
 */
public record ResourceQuery(Optional<BoundFilter> filter, Optional<Order> order, PageRequest page, Projection shown) {

    /** {@code sortBy} and {@code sortOrder} (RFC 7644 §3.4.2.3). */
    public record Order(AttributeTarget by, Direction direction) {}

    /** {@code sortOrder}. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** The page that is wanted. */
    public sealed interface PageRequest {

        /** At most so many resources, from 0. */
        int count();

        /**
         * By position (RFC 7644 §3.4.2.4).
         *
         * @param startIndex from 1
         */
        record Index(int startIndex, int count) implements PageRequest {}

        /**
         * Behind the last resource of the page before (RFC 9865).
         *
         * @param key what {@link ResourcePage#next} of that page held; empty for the first page
         */
        record After(Optional<String> key, int count) implements PageRequest {}
    }
}
