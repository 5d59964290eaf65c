package org.scimsuite.core.admin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scimsuite.core.bundle.BundleReader;
import org.scimsuite.core.bundle.InvalidBundleException;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.InvalidMappingException;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.provision.MappingSource;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingVersion;

/**
 * The mappings that administrators have saved. A version is made ready once. Which one is in force is asked of the store at most once in
 * {@link #VALIDITY}, so a node may go by the version before for as long; the task that carries a new version to everybody waits for
 * longer than that.
 */
public final class MappingsInForce implements MappingSource {

    /** How old the answer to "which version is in force" may be. */
    public static final Duration VALIDITY = Duration.ofSeconds(1);

    private final MappingStore store;
    private final ResourceType users;
    private final Clock clock;
    private final CompiledMapping none;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    /**
     * @param users the type of the users that conditions and placeholders are about
     */
    public MappingsInForce(MappingStore store, ResourceType users, Clock clock) {
        this.store = store;
        this.users = users;
        this.clock = clock;
        this.none = CompiledMapping.of(Mapping.NONE, users);
    }

    /** A version, and when it was seen to be in force. */
    private record Ready(long version, CompiledMapping mapping, Instant seen) {}

    /**
     * {@inheritDoc}
     *
     * @throws ScimException 503 when the stored mapping can no longer be used; people then keep what they have
     */
    @Override
    public CompiledMapping current(String connectionId) {
        Ready known = ready.get(connectionId);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.seen().plus(VALIDITY))) {
            return known.mapping();
        }
        long version = store.currentVersion(connectionId);
        CompiledMapping mapping =
                known != null && known.version() == version ? known.mapping() : of(connectionId, version);
        ready.put(connectionId, new Ready(version, mapping, now));
        return mapping;
    }

    /**
     * The mapping of one version; without rules for version 0.
     *
     * @throws ScimException as {@link #current}
     */
    public CompiledMapping of(String connectionId, long version) {
        if (version == 0) {
            return none;
        }
        MappingVersion stored = store.find(connectionId, version)
                .orElseThrow(() -> new IllegalStateException("Version " + version + " of a mapping is gone"));
        try {
            return compile(stored.document());
        } catch (InvalidBundleException | InvalidMappingException e) {
            throw new ScimException(
                    ScimError.of(
                            503,
                            "The mapping of this connection, version " + version + ", can no longer be used: "
                                    + e.getMessage() + " An administrator of the product must save one that can."),
                    e);
        }
    }

    private CompiledMapping compile(String document) {
        return CompiledMapping.of(
                BundleReader.read(document.getBytes(StandardCharsets.UTF_8)).mapping(), users);
    }
}
