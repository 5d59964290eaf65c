package org.scimsuite.core.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.ConnectionDraft;
import org.scimsuite.core.bundle.BundleWriter;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.TokenScope;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.endpoint.ScimServer;
import org.scimsuite.core.endpoint.ScimServerPorts;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.product.LeaverPort;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.core.provision.AlignmentStores;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MappingVersion;

/** A server over in-memory ports with one connection, and short ways to send it requests. */
public final class TestServer {

    public static final String BASE = "https://jira.acme.test/plugins/servlet/scim/v2";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final InMemoryLocks locks = new InMemoryLocks();
    public final InMemoryDirectory directory = new InMemoryDirectory();
    public final InMemoryGroups groups = new InMemoryGroups();
    public final InMemoryUserRecords records = new InMemoryUserRecords(groups);
    public final InMemoryGrants grants = new InMemoryGrants();
    public final InMemoryMadeGroups madeGroups = new InMemoryMadeGroups();
    public final InMemoryAlignmentTasks tasks = new InMemoryAlignmentTasks();
    public final InMemoryMappings mappings = new InMemoryMappings();
    public final TestBackground background = new TestBackground();
    public final InMemoryExtensionSchemas schemas = new InMemoryExtensionSchemas();
    public final InMemoryConnections connections = new InMemoryConnections();
    public final InMemoryJournal journal = new InMemoryJournal();
    public final InMemorySecrets secrets = new InMemorySecrets();
    public final MovableClock clock = new MovableClock();
    private UserDirectoryPort served = directory;
    private SeatPort seats = SeatPort.UNCOUNTED;
    private LeaverPort leavers = LeaverPort.NOTHING;

    private ScimServer server;
    private Connection connection;

    public TestServer() {
        this(DeletePolicy.DEACTIVATE);
    }

    public TestServer(DeletePolicy policy) {
        restart();
        connection = ((Done<Connection>)
                        server.connections().create(draft(policy, ConnectionMode.LIVE, ProtocolSettings.COMPATIBLE)))
                .value();
    }

    /** Another process over the same stores: nothing but what is stored survives. */
    public void restart() {
        server = new ScimServer(new ScimServerPorts(
                new Product(served, seats, leavers),
                provisioningStores(),
                mappings,
                schemas,
                connections,
                connections,
                journal,
                secrets,
                locks,
                background,
                clock,
                new SecureRandom()));
    }

    /** From now on the product counts its seats so. */
    public void count(SeatPort counted) {
        seats = counted;
        restart();
    }

    /** From now on these are the product's directories. */
    public void serve(UserDirectoryPort directories) {
        served = directories;
        restart();
    }

    /** From now on this ends what lets leavers in. */
    public void leave(LeaverPort ending) {
        leavers = ending;
        restart();
    }

    /** From now on this user takes over what leavers lead. */
    public void handOverTo(String successor) {
        update(new ConnectionDraft(
                connection.name(),
                connection.directoryId(),
                connection.deletePolicy(),
                connection.mode(),
                connection.protocol(),
                connection.requestsPerSecond(),
                Optional.of(successor)));
    }

    /** The background gets its turn, when every node goes by what was saved. */
    public void work() {
        clock.advance(Duration.ofSeconds(5));
        server.workOnce();
    }

    /** What the server keeps. */
    public ProvisioningStores provisioningStores() {
        return new ProvisioningStores(records, groups, groups, new AlignmentStores(grants, madeGroups, tasks));
    }

    /** From now on people follow these rules; those who are there already stay as they are. */
    public CompiledMapping map(UserMapping users) {
        Mapping mapping = new Mapping(GroupMapping.NONE, users);
        map(mapping);
        return CompiledMapping.of(mapping, CoreSchemas.user());
    }

    /** From now on these are the rules of the connection; nobody is aligned by that. */
    public void map(GroupMapping groups) {
        map(new Mapping(groups, UserMapping.PLAIN));
    }

    /** From now on this is the mapping of the connection; nobody is aligned by that. */
    public void map(Mapping mapping) {
        map(connection, mapping);
    }

    /** From now on this is the mapping of that connection; nobody is aligned by that. */
    public void map(Connection of, Mapping mapping) {
        String id = of.id();
        String document = BundleWriter.write(MappingBundle.of("Internal", mapping));
        mappings.insert(
                new MappingVersion(id, mappings.currentVersion(id) + 1, document, "admin", clock.instant(), ""),
                Alongside.NOTHING);
        clock.advance(Duration.ofSeconds(2));
    }

    public ScimServer server() {
        return server;
    }

    /** Another connection of the same directory. */
    public Connection connect(String name) {
        return ((Done<Connection>) server.connections()
                        .create(draft(name, DeletePolicy.DEACTIVATE, ConnectionMode.LIVE, ProtocolSettings.COMPATIBLE)))
                .value();
    }

    public Connection connection() {
        return connection;
    }

    public void pause() {
        update(draft(connection.deletePolicy(), ConnectionMode.PAUSED, connection.protocol()));
    }

    /** From now on requests are read so. */
    public void speak(ProtocolSettings protocol) {
        update(draft(connection.deletePolicy(), connection.mode(), protocol));
    }

    /** From now on so many requests per second are answered. */
    public void limit(int requestsPerSecond) {
        update(new ConnectionDraft(
                connection.name(),
                connection.directoryId(),
                connection.deletePolicy(),
                connection.mode(),
                connection.protocol(),
                requestsPerSecond));
    }

    private void update(ConnectionDraft draft) {
        connection =
                ((Done<Connection>) server.connections().update(connection.id(), connection.version(), draft)).value();
    }

    /** The clock stands still unless a test moves it, and no rate is earned meanwhile: this one lasts. */
    private static ConnectionDraft draft(DeletePolicy policy, ConnectionMode mode, ProtocolSettings protocol) {
        return draft("Okta", policy, mode, protocol);
    }

    private static ConnectionDraft draft(
            String name, DeletePolicy policy, ConnectionMode mode, ProtocolSettings protocol) {
        return new ConnectionDraft(name, InMemoryDirectory.ID, policy, mode, protocol, 100_000);
    }

    public Reply get(String target) {
        return send("GET", target, "", Map.of());
    }

    public Reply post(String target, String body) {
        return send("POST", target, body, Map.of());
    }

    public Reply put(String target, String body) {
        return send("PUT", target, body, Map.of());
    }

    /** Operations as a JSON array. */
    public Reply patch(String target, String operations) {
        return send("PATCH", target, patchBody(operations), Map.of());
    }

    public Reply delete(String target) {
        return send("DELETE", target, "", Map.of());
    }

    public static String patchBody(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":" + operations + "}";
    }

    /** A user body with these further members, each beginning with a comma. */
    public static String user(String userName, String more) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + "\"" + more
                + "}";
    }

    /** The id of a new user. */
    public String create(String userName, String more) {
        Reply reply = post("/Users", user(userName, more));
        if (reply.status() != 201) {
            throw new AssertionError(reply.toString());
        }
        return reply.json().at("/id").asText();
    }

    public Reply send(String method, String target, String body, Map<String, String> headers) {
        return send(request(method, target, body.getBytes(StandardCharsets.UTF_8), headers));
    }

    public Reply send(ScimRequest request) {
        return send(connection, request);
    }

    /** A request of another connection. */
    public Reply send(Connection of, String method, String target, String body) {
        return send(of, request(method, target, body.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private Reply send(Connection of, ScimRequest request) {
        return new Reply(server.handle(new Admitted(of, "token-1", TokenScope.WRITE), request));
    }

    public static ScimRequest request(String method, String target, byte[] body, Map<String, String> headers) {
        String[] parts = target.split("\\?", 2);
        List<String> path = new ArrayList<>();
        for (String segment : parts[0].substring(1).split("/", -1)) {
            path.add(decode(segment));
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (parts.length == 2) {
            for (String parameter : parts[1].split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                query.computeIfAbsent(decode(pair[0]), name -> new ArrayList<>())
                        .add(pair.length == 2 ? decode(pair[1]) : "");
            }
        }
        return new ScimRequest(method, path, query, headers, body, BASE);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** An answer with its body, which is made only once. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(ScimResponse response, byte[] bytes) {

        public Reply(ScimResponse response) {
            this(response, response.body().bytes());
        }

        public int status() {
            return response.status();
        }

        public String header(String name) {
            return response.headers().getOrDefault(name, "");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        /** Of the users on a page, in their order. */
        public List<String> userNames() {
            List<String> names = new ArrayList<>();
            json().at("/Resources")
                    .forEach(user -> names.add(user.at("/userName").asText()));
            return names;
        }

        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return status() + " " + response.headers() + " " + body();
        }
    }
}
