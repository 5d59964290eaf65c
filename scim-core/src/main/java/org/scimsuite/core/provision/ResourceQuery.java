package org.scimsuite.core.provision;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.schema.AttributeTarget;

/**
 * Which resources are asked for, in which order, and which page of them (RFC 7644 §3.4.2).
 *
 * @param selections one for each type that is searched; without an order, the resources of the first come first
 * @param order empty for the order of the keys
 */
public record ResourceQuery(List<Selection> selections, Optional<Direction> order, PageRequest page) {

    public ResourceQuery {
        selections = List.copyOf(selections);
    }

    /**
     * Resources of one type.
     *
     * @param filter empty for all
     * @param sortBy empty when the type has no such attribute: its resources have no value then
     */
    public record Selection(ResourceSource source, Optional<BoundFilter> filter, Optional<AttributeTarget> sortBy) {}

    /** {@code sortOrder} (RFC 7644 §3.4.2.3). */
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
         * @param mark what {@link ResourcePage#next} of that page held; empty for the first page
         */
        record After(Optional<Mark> mark, int count) implements PageRequest {}
    }

    /**
     * The place behind a resource: where the next page begins. It holds all there is to know, nothing stays in the server.
     *
     * @param selection index of the selection the resource is of
     * @param key of the resource
     * @param value what the resource is sorted by; empty without an order
     * @param total how many resources there were when the first page was read
     */
    public record Mark(int selection, String key, Optional<SortValue> value, int total) {}
}
