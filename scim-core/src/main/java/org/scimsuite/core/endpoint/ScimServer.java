package org.scimsuite.core.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.scimsuite.core.admin.ConnectionAdmin;
import org.scimsuite.core.admin.DirectoryOverview;
import org.scimsuite.core.admin.HealthOverview;
import org.scimsuite.core.admin.JournalQueries;
import org.scimsuite.core.admin.MappingDesk;
import org.scimsuite.core.admin.MappingsInForce;
import org.scimsuite.core.admin.SchemaAdmin;
import org.scimsuite.core.connection.AuthenticationResult;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.AuthenticationResult.Denied;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.TokenAuthenticator;
import org.scimsuite.core.journal.JournalRecorder;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.core.provision.Provisioning;
import org.scimsuite.core.provision.ProvisioningPorts;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.SchemaRegistry;
import org.scimsuite.core.store.ShortMemory;

/**
 * The whole server behind one door, assembled from its ports. Safe for use by many threads; one instance serves all
 * connections of a product.
 */
public final class ScimServer {

    /**
     * The largest request body, in bytes. Whoever reads bodies should stop after one byte more: {@link #handle} answers 413
     * to a body that is longer than this.
     */
    public static final int MAX_BODY_BYTES = 5 * 1024 * 1024;

    private final TokenAuthenticator authenticator;
    private final ConnectionAdmin connections;
    private final DirectoryOverview directories;
    private final JournalQueries journal;
    private final SeatPort seats;
    private final HealthOverview health;
    private final SchemaAdmin schemas;
    private final JournaledEndpoint endpoint;
    private final ConnectionStore connectionStore;
    private final MappingDesk mappingDesk;
    private volatile boolean ending;

    public ScimServer(ScimServerPorts ports) {
        Supplier<String> ids = () -> newId(ports.random());
        connectionStore = ports.connections();
        authenticator = new TokenAuthenticator(ports.connections(), ports.tokens(), ports.clock());
        directories = new DirectoryOverview(ports.product().directory());
        journal = new JournalQueries(ports.journal());
        seats = ports.product().seats();
        health = new HealthOverview(
                ports.connections(),
                ports.tokens(),
                directories,
                ports.journal(),
                ports.records().memberships(),
                ports.records().alignment().tasks(),
                ports.clock());
        ShortMemory<Long, List<Connection>> ofDirectory =
                new ShortMemory<>(id -> connectionsOf(id, ports.connections()), ports.clock());
        connections = new ConnectionAdmin(
                ports.connections(), ports.tokens(), directories, ports.clock(), ports.random(), ids, () -> {
                    authenticator.forget();
                    ofDirectory.forget();
                });
        ShortMemory<String, Long> versions = new ShortMemory<>(ports.mappings()::currentVersion, ports.clock());
        CurrentEndpoint current = new CurrentEndpoint(
                ports.schemas(), ports.clock(), types -> endpoint(types, ports, versions, ofDirectory::get, ids));
        schemas = new SchemaAdmin(ports.schemas(), current::forget);
        endpoint =
                new JournaledEndpoint(current, new JournalRecorder(ports.journal(), ports.clock(), ids), ports.clock());
        mappingDesk = MappingDesk.of(new MappingDesk.Ports(
                ports.connections(),
                ports.mappings(),
                ports.records(),
                ports.journal(),
                ports.secrets(),
                ports.product(),
                () -> userType(ports),
                () -> current.get().foresight(),
                ports.locks(),
                ports.background(),
                ports.clock(),
                ids,
                versions));
    }

    private static ResourceType userType(ScimServerPorts ports) {
        return new SchemaRegistry(CurrentEndpoint.types(ports.schemas().findAll()))
                .resourceType("User")
                .orElseThrow();
    }

    private static List<Connection> connectionsOf(long directoryId, ConnectionStore store) {
        return store.findAll().stream()
                .filter(connection -> connection.directoryId() == directoryId)
                .toList();
    }

    private static ScimEndpoint endpoint(
            List<ResourceType> types,
            ScimServerPorts ports,
            ShortMemory<String, Long> versions,
            LongFunction<List<Connection>> ofDirectory,
            Supplier<String> ids) {
        SchemaRegistry registry = new SchemaRegistry(types);
        Provisioning provisioning = new Provisioning(
                new ProvisioningPorts(
                        ports.product(),
                        ports.records(),
                        new MappingsInForce(
                                ports.mappings(), registry.resourceType("User").orElseThrow(), versions),
                        ofDirectory,
                        ports.locks(),
                        ports.clock(),
                        ids),
                registry);
        return new ScimEndpoint(
                provisioning.worker(),
                provisioning.foresight(),
                provisioning.services().stream().map(ResourceEndpoint::new).toList(),
                new SearchEndpoint(
                        provisioning.services(), new Cursors(ports.secrets(), ports.clock(), ports.random())),
                new DiscoveryEndpoint(registry));
    }

    /** Decides whether a request is let in, by the value of its {@code Authorization} header. */
    public AuthenticationResult authenticate(Optional<String> authorizationHeader) {
        return authenticator.authenticate(authorizationHeader);
    }

    /** Answers a request of somebody who was let in. Every problem is an answer; nothing is thrown for it. */
    public ScimResponse handle(Admitted admitted, ScimRequest request) {
        return endpoint.handle(admitted, request);
    }

    /** The 401 answer for somebody who was not let in. */
    public ScimResponse deny(Denied denied, ScimRequest request) {
        return endpoint.deny(denied, request);
    }

    /** Carries on what requests have left to be done in local groups. Any thread of any node may call it, again and again. */
    public void alignOnce() {
        for (Connection connection : connectionStore.findAll()) {
            if (!ending) {
                endpoint.align(connection);
            }
        }
    }

    /** What recurs on every node: carrying on what is left, and making the tasks whose time of the day has come. */
    public void workOnce() {
        alignOnce();
        mappingDesk.daily().look();
    }

    /** The plugin ends: what takes long stops where it is. */
    public void end() {
        ending = true;
        mappingDesk.previews().stopAll();
    }

    /** Mappings, what they do and why. */
    public MappingDesk mappings() {
        return mappingDesk;
    }

    /** Connections and their tokens. */
    public ConnectionAdmin connections() {
        return connections;
    }

    /** The product's directories. */
    public DirectoryOverview directories() {
        return directories;
    }

    /** The seats of the product's licence, as they are at this moment; none where it counts none. */
    public List<SeatPool> seats() {
        return seats.pools();
    }

    /** Schemas that extend those of the RFC. */
    public SchemaAdmin schemas() {
        return schemas;
    }

    public JournalQueries journal() {
        return journal;
    }

    /** Whether the connections are alive. */
    public HealthOverview health() {
        return health;
    }

    /** A random UUID: unguessable, and never the word {@code bulkId} (RFC 7643 §3.1). */
    private static String newId(RandomGenerator random) {
        long versioned = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(versioned, variant).toString();
    }
}
