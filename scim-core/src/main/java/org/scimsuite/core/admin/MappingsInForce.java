package org.scimsuite.core.admin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
import org.scimsuite.core.store.ShortMemory;

/** The mappings that administrators have saved, each version made ready once. */
public final class MappingsInForce implements MappingSource {

    private final MappingStore store;
    private final ResourceType users;
    private final ShortMemory<String, Long> versions;
    private final CompiledMapping none;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    /**
     * @param users the type of the users that conditions and placeholders are about
     * @param versions which version is in force, by connection; the task that carries a new one to everybody begins when every node knows it
     */
    public MappingsInForce(MappingStore store, ResourceType users, ShortMemory<String, Long> versions) {
        this.store = store;
        this.users = users;
        this.versions = versions;
        this.none = CompiledMapping.of(Mapping.NONE, users);
    }

    private record Ready(long version, CompiledMapping mapping) {}

    /**
     * {@inheritDoc}
     *
     * @throws ScimException 503 when the stored mapping can no longer be used; people then keep what they have
     */
    @Override
    public CompiledMapping current(String connectionId) {
        long version = versions.get(connectionId);
        Ready known = ready.get(connectionId);
        if (known != null && known.version() == version) {
            return known.mapping();
        }
        Ready made = new Ready(version, of(connectionId, version));
        ready.put(connectionId, made);
        return made.mapping();
    }

    @Override
    public Optional<CompiledMapping> find(String connectionId, long version) {
        return version == 0 || store.find(connectionId, version).isPresent()
                ? Optional.of(of(connectionId, version))
                : Optional.empty();
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
