package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.scimsuite.core.filter.BoundFilter;

/**
 * Reads the resources of one type for one request, in the order of their keys. A key is a text that is unique in the
 * connection and stays the same as long as the resource is not renamed. Filtering, sorting and paging are done once, by
 * {@link ResourceSearch}.
 */
public interface ResourceSource {

    /** How many there are. */
    int count();

    /** The resources from a position on, counted from 0; at most {@code limit}. */
    List<Keyed> from(int offset, int limit);

    /**
     * The resources behind a key, at the same cost wherever that is; about {@code limit}, or fewer when some are not to be
     * seen.
     *
     * @param key need not exist any more; empty to begin with the first
     */
    Slice after(Optional<String> key, int limit);

    /**
     * The few resources a filter can be true for, where it demands the value of an attribute that can be looked up; empty when
     * all have to be read. The filter itself is not yet applied. In any order.
     */
    Optional<List<Keyed>> candidates(BoundFilter filter);

    /** The resources of these keys, in their order; those that are gone are left out. */
    List<Keyed> find(List<String> keys);

    /**
     * All resources behind a key, read while they are asked for; most of them are looked at by a filter and not shown. What
     * is shown of them is read again by {@link #find}.
     */
    default Iterator<Keyed> scan(Optional<String> key) {
        return new Slices(this, key);
    }

    /** The order of keys. */
    default int compareKeys(String one, String other) {
        return one.compareTo(other);
    }

    /**
     * Resources in the order of their keys.
     *
     * @param next the key to go on behind; empty at the end
     */
    record Slice(List<Keyed> resources, Optional<String> next) {
        public Slice {
            resources = List.copyOf(resources);
        }
    }

    /** A resource and its key. */
    record Keyed(String key, ProvisionedResource resource) {}

    /** Slice after slice. */
    final class Slices implements Iterator<Keyed> {

        private static final int SIZE = 500;

        private final ResourceSource source;
        private Iterator<Keyed> slice = new ArrayList<Keyed>().iterator();
        private Optional<String> key;
        private boolean more = true;

        private Slices(ResourceSource source, Optional<String> key) {
            this.source = source;
            this.key = key;
        }

        @Override
        public boolean hasNext() {
            while (more && !slice.hasNext()) {
                Slice next = source.after(key, SIZE);
                slice = next.resources().iterator();
                key = next.next();
                more = key.isPresent();
            }
            return slice.hasNext();
        }

        @Override
        public Keyed next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return slice.next();
        }
    }
}
