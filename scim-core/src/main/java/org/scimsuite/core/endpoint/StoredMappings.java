package org.scimsuite.core.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scimsuite.core.bundle.BundleReader;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.provision.MappingSource;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.MappingStore;

/**
 * The mappings in force, compiled once for each version. A node asks the store for the number of the version at most once in
 * {@link #VALIDITY}, so it may go by the version before for as long.
 */
final class StoredMappings implements MappingSource {

    /** How old the answer to "which version is in force" may be. Alignments that follow from a new version wait for longer. */
    static final Duration VALIDITY = Duration.ofSeconds(1);

    private final MappingStore store;
    private final ResourceType userType;
    private final Clock clock;
    private final Map<String, Current> byConnection = new ConcurrentHashMap<>();

    /**
     * @param userType that conditions and placeholders are about, extensions included
     */
    StoredMappings(MappingStore store, ResourceType userType, Clock clock) {
        this.store = store;
        this.userType = userType;
        this.clock = clock;
    }

    /** A version and when it was seen to be in force. */
    private record Current(long version, CompiledMapping mapping, Instant seen) {}

    @Override
    public CompiledMapping current(String connectionId) {
        Current known = byConnection.get(connectionId);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.seen().plus(VALIDITY))) {
            return known.mapping();
        }
        long version = store.currentVersion(connectionId);
        CompiledMapping mapping =
                known != null && known.version() == version ? known.mapping() : compiled(connectionId, version);
        byConnection.put(connectionId, new Current(version, mapping, now));
        return mapping;
    }

    private CompiledMapping compiled(String connectionId, long version) {
        return store.find(connectionId, version)
                .map(stored -> CompiledMapping.of(
                        BundleReader.read(stored.document().getBytes(StandardCharsets.UTF_8))
                                .mapping(),
                        userType))
                .orElseGet(() -> NONE.current(connectionId));
    }
}
