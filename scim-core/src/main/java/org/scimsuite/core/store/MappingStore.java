package org.scimsuite.core.store;

import java.util.List;
import java.util.Optional;

/** Where the mappings of connections are kept, all versions of them. Every method is one transaction of its own, durable when it returns. */
public interface MappingStore {

    /** The number of the version in force; 0 while there is none. Costs one look-up by key. */
    long currentVersion(String connectionId);

    Optional<MappingVersion> find(String connectionId, long version);

    /** The latest versions, newest first. */
    List<MappingVersion> latest(String connectionId, int limit);

    /** Adds a version; false when another one of this number was faster. */
    boolean insert(MappingVersion version, Alongside alongside);
}
