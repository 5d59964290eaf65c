package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
import org.scimsuite.core.endpoint.ScimServer;
import org.scimsuite.core.endpoint.ScimServerPorts;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.AlignmentStores;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.MappingVersion;
import org.scimsuite.core.testkit.InMemoryConnections;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryExtensionSchemas;
import org.scimsuite.core.testkit.InMemoryLocks;
import org.scimsuite.core.testkit.InMemorySecrets;
import org.scimsuite.core.testkit.MovableClock;
import org.scimsuite.core.testkit.TestBackground;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** What an edit of one member asks of the database: the same, however large the group is and however many there are. */
class MemberEditCostTest {

    private final List<String> calls = new ArrayList<>();
    private final Tables database = counting(TestActiveObjects.node(TestActiveObjects.newDatabase()));
    private final InMemoryConnections connections = new InMemoryConnections();
    private final ScimServer server = new ScimServer(new ScimServerPorts(
            Product.of(new InMemoryDirectory()),
            new ProvisioningStores(
                    new AoUserRecordStore(database),
                    new AoGroupRecordStore(database),
                    new AoMembershipStore(database),
                    new AlignmentStores(
                            new AoGrantStore(database),
                            new AoMadeGroupStore(database),
                            new AoAlignmentTaskStore(database))),
            new AoMappingStore(database),
            new InMemoryExtensionSchemas(),
            connections,
            connections,
            new AoJournalStore(database),
            new InMemorySecrets(),
            new InMemoryLocks(),
            new TestBackground(),
            new MovableClock(),
            new SecureRandom()));
    private final Connection connection = ((Done<Connection>) server.connections()
                    .create(new ConnectionDraft(
                            "Okta",
                            InMemoryDirectory.ID,
                            DeletePolicy.DEACTIVATE,
                            ConnectionMode.LIVE,
                            ProtocolSettings.COMPATIBLE,
                            100_000)))
            .value();

    @Test
    void editWhenTheGroupIsLargeAndOneOfManyThenItCostsWhatItCostsInASmallOne() {
        String ana = send("POST", "/Users", TestServer.user("ana", "")).text("/id");
        String small = group("Small", 3);
        List<String> add = cost(small, "add", "members", "[{\"value\":\"" + ana + "\"}]");
        List<String> remove = cost(small, "remove", "members[value eq \\\"" + ana + "\\\"]", "null");

        String large = group("Large", 1_500);
        IntStream.range(0, 40).forEach(i -> group("Other " + i, 1));

        assertThat(cost(large, "add", "members", "[{\"value\":\"" + ana + "\"}]"))
                .isEqualTo(add)
                .hasSizeLessThanOrEqualTo(10);
        assertThat(cost(large, "remove", "members[value eq \\\"" + ana + "\\\"]", "null"))
                .isEqualTo(remove)
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void editWhenAMappingIsInForceThenItCostsTheSameInAnyGroupAmongAnyNumber() {
        map();
        String ana = send("POST", "/Users", TestServer.user("ana", "")).text("/id");
        others(0, 10);
        String small = group("Small", 10);
        makeLocalGroup(small, ana);
        List<String> add = add(small, ana);
        List<String> remove = remove(small, ana);

        others(10, 2_000);
        String large = group("Large", 10_000);
        makeLocalGroup(large, ana);

        assertThat(add(large, ana)).isEqualTo(add).anyMatch(call -> call.contains("GrantRow"));
        assertThat(remove(large, ana)).isEqualTo(remove).anyMatch(call -> call.contains("GrantRow"));
    }

    /** Everybody in a group is in the local group of its name. */
    private void map() {
        GroupMapping sameName = new GroupMapping(
                List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
                List.of(),
                Protection.ADMINISTRATORS,
                GroupPolicies.CAREFUL);
        String document = BundleWriter.write(MappingBundle.of("Internal", new Mapping(sameName, UserMapping.PLAIN)));
        new AoMappingStore(database)
                .insert(
                        new MappingVersion(connection.id(), 1, document, "admin", Instant.EPOCH, ""),
                        Alongside.NOTHING);
    }

    /** With the first one who is added, once. */
    private void makeLocalGroup(String group, String member) {
        add(group, member);
        remove(group, member);
    }

    private void others(int from, int to) {
        AoGroupRecordStore groups = new AoGroupRecordStore(database);
        IntStream.range(from, to)
                .forEach(i -> groups.insert(
                        new GroupRecord(
                                "other-" + i,
                                connection.id(),
                                "Other " + i,
                                "Other " + i,
                                Optional.empty(),
                                "{\"displayName\":\"Other " + i + "\"}",
                                Instant.EPOCH,
                                Instant.EPOCH,
                                GroupRecord.FIRST_VERSION),
                        List.of()));
    }

    private List<String> add(String group, String member) {
        return cost(group, "add", "members", "[{\"value\":\"" + member + "\"}]");
    }

    private List<String> remove(String group, String member) {
        return cost(group, "remove", "members[value eq \\\"" + member + "\\\"]", "null");
    }

    private List<String> cost(String group, String op, String path, String value) {
        calls.clear();
        Reply reply = send(
                "PATCH",
                "/Groups/" + group,
                TestServer.patchBody("[{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":" + value + "}]"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
        return List.copyOf(calls);
    }

    private String group(String name, int members) {
        String list = IntStream.range(0, members)
                .mapToObj(i -> "{\"value\":\"parked-" + i + "\"}")
                .collect(Collectors.joining(","));
        return send("POST", "/Groups", "{\"displayName\":\"" + name + "\",\"members\":[" + list + "]}")
                .text("/id");
    }

    private Reply send(String method, String target, String body) {
        ScimRequest request = TestServer.request(method, target, body.getBytes(StandardCharsets.UTF_8), Map.of());
        return new Reply(server.handle(new Admitted(connection, "token-1", TokenScope.WRITE), request));
    }

    /** Writes down what the stores call; a claim and a save of a row belong to the look-up before them. */
    private Tables counting(Tables real) {
        return (Tables) Proxy.newProxyInstance(
                Tables.class.getClassLoader(), new Class<?>[] {Tables.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("inTransaction")) {
                        calls.add(method.getName() + " " + ((Class<?>) arguments[0]).getSimpleName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
