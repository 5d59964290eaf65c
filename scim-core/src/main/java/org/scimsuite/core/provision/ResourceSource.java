package org.scimsuite.core.provision;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.filter.BoundFilter;

/**
 * Reads the resources of one type, as a connection sees them, in the order of their keys. A key is an opaque text, unique in
 * the connection and the same as long as the resource is not renamed. Filtering, sorting and paging are done once, above this.
 */
public interface ResourceSource {

    /** How many there are. */
    int count(ProvisioningContext context);

    /** The resources from a position on, counted from 0; at most {@code limit}. */
    List<? extends ProvisionedResource> from(ProvisioningContext context, int offset, int limit);

    /**
     * The resources behind a key, at the same cost wherever that is; about {@code limit}, or fewer when some are not to be
     * seen.
     *
     * @param key empty to begin with the first
     */
    Slice after(ProvisioningContext context, Optional<String> key, int limit);

    /**
     * The few resources a filter can be true for, where it demands the value of an attribute that can be looked up; empty when
     * all have to be read. The filter itself is not yet applied.
     */
    Optional<List<? extends ProvisionedResource>> candidates(ProvisioningContext context, BoundFilter filter);

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
}
