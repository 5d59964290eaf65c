package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.ConnectionDraft;
import org.scimsuite.core.admin.TokenDraft;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.AlignmentStores;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.testkit.InMemoryAlignmentTasks;
import org.scimsuite.core.testkit.InMemoryConnections;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryExtensionSchemas;
import org.scimsuite.core.testkit.InMemoryGrants;
import org.scimsuite.core.testkit.InMemoryGroups;
import org.scimsuite.core.testkit.InMemoryJournal;
import org.scimsuite.core.testkit.InMemoryLocks;
import org.scimsuite.core.testkit.InMemoryMadeGroups;
import org.scimsuite.core.testkit.InMemoryMappings;
import org.scimsuite.core.testkit.InMemorySecrets;
import org.scimsuite.core.testkit.InMemoryUserRecords;
import org.scimsuite.core.testkit.MovableClock;
import org.scimsuite.core.testkit.TestBackground;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Two identity providers at one server, each with a directory of its own (RFC 7644 §6). */
class TenancyTest {

    private static final String ANA = ",\"externalId\":\"00u1\",\"displayName\":\"Ana\"";
    private static final String TITLE = TestServer.patchBody("[{\"op\":\"add\",\"path\":\"title\",\"value\":\"Dr\"}]");

    private final InMemoryDirectory oktaPeople = new InMemoryDirectory();
    private final InMemoryDirectory entraPeople = new InMemoryDirectory();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final ScimServer server = new ScimServer(new ScimServerPorts(
            Product.of(directories()),
            new ProvisioningStores(
                    new InMemoryUserRecords(groups),
                    groups,
                    groups,
                    new AlignmentStores(new InMemoryGrants(), new InMemoryMadeGroups(), new InMemoryAlignmentTasks())),
            new InMemoryMappings(),
            new InMemoryExtensionSchemas(),
            connections,
            connections,
            new InMemoryJournal(),
            new InMemorySecrets(),
            new InMemoryLocks(),
            new TestBackground(),
            new MovableClock(),
            new SecureRandom()));
    private final Admitted okta = tenant("Okta", 1);
    private final Admitted entra = tenant("Entra", 2);

    @Test
    @Requirement({"C034", "C471"})
    void requestWhenItHasATokenThenTheTokenChoosesTheTenant() {
        String id = create(okta, "ana");

        assertThat(okta.connection().name()).isEqualTo("Okta");
        assertThat(entra.connection().name()).isEqualTo("Entra");
        assertThat(send(okta, "GET", "/Users/" + id, "").status()).isEqualTo(200);
        assertThat(oktaPeople.userNames(InMemoryDirectory.ID)).containsExactly("ana");
        assertThat(entraPeople.userNames(InMemoryDirectory.ID)).isEmpty();
    }

    @Test
    @Requirement({"C472", "C473", "C483"})
    void requestWhenThePersonIsAnotherTenantsThenNeitherSeenNorChanged() {
        String id = create(okta, "ana");
        String before = send(okta, "GET", "/Users/" + id, "").body();

        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            String body = method.equals("PATCH") ? TITLE : TestServer.user("thief", "");
            Reply reply = send(entra, method, "/Users/" + id, body);
            assertThat(reply.status()).as(method).isEqualTo(404);
            assertThat(reply.body()).as(method).doesNotContain("ana");
        }
        for (String query : List.of(
                "",
                "?filter=id eq \"" + id + "\"",
                "?filter=userName eq \"ana\"",
                "?filter=externalId eq \"00u1\"",
                "?filter=displayName co \"A\"")) {
            assertThat(total(entra, query)).as(query).isZero();
        }
        assertThat(send(okta, "GET", "/Users/" + id, "").body()).isEqualTo(before);
        assertThat(entraPeople.writes()).isEmpty();
    }

    @Test
    @Requirement({"C053", "C061", "C117", "C474", "C477"})
    void createWhenAnotherTenantHasTheSameNamesThenCreatedUnderAnIdOfItsOwn() {
        String first = create(okta, "ana");
        String second = create(entra, "ana");

        assertThat(second).isNotEqualTo(first);
        assertThat(found(okta, "?filter=externalId eq \"00u1\"")).isEqualTo(first);
        assertThat(found(entra, "?filter=externalId eq \"00u1\"")).isEqualTo(second);
        assertThat(total(okta, "?filter=userName eq \"ANA\"")).isEqualTo(1);
    }

    @Test
    @Requirement("C053")
    void findWhenTwoTenantsShareADirectoryThenEachHasAnIdOfItsOwn() {
        String first = create(okta, "ana");
        Admitted other = tenant("Other", 1);

        assertThat(found(other, "?filter=userName eq \"ana\"")).isNotEmpty().isNotEqualTo(first);
        assertThat(send(other, "GET", "/Users/" + first, "").status()).isEqualTo(404);
    }

    @Test
    @Requirement("C476")
    void locationWhenShownThenBelowTheBaseUriOfTheTenant() {
        create(okta, "ana");

        assertThat(send(okta, "GET", "/Users", "").text("/Resources/0/meta/location"))
                .startsWith(TestServer.BASE + "/Users/");
    }

    private Admitted tenant(String name, long directory) {
        Connection connection = done(server.connections()
                .create(new ConnectionDraft(name, directory, DeletePolicy.DEACTIVATE, ConnectionMode.LIVE)));
        String token = done(server.connections().issueToken(connection.id(), new TokenDraft("t", Optional.empty())))
                .text();
        return (Admitted) server.authenticate(Optional.of("Bearer " + token));
    }

    private static <T> T done(AdminResult<T> result) {
        return ((Done<T>) result).value();
    }

    private String create(Admitted tenant, String name) {
        Reply reply = send(tenant, "POST", "/Users", TestServer.user(name, ANA));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text("/id");
    }

    private int total(Admitted tenant, String query) {
        return send(tenant, "GET", "/Users" + query, "")
                .json()
                .at("/totalResults")
                .asInt(-1);
    }

    private String found(Admitted tenant, String query) {
        return send(tenant, "GET", "/Users" + query, "").text("/Resources/0/id");
    }

    private Reply send(Admitted tenant, String method, String target, String body) {
        return new Reply(server.handle(
                tenant, TestServer.request(method, target, body.getBytes(StandardCharsets.UTF_8), Map.of())));
    }

    /** Directory 1 is Okta's, directory 2 is Entra's; each believes that it is the only one. */
    private UserDirectoryPort directories() {
        return (UserDirectoryPort) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UserDirectoryPort.class},
                (proxy, method, arguments) -> call(method, arguments == null ? new Object[0] : arguments.clone()));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        boolean entras = arguments.length > 0 && arguments[0].equals(2L);
        if (entras) {
            arguments[0] = InMemoryDirectory.ID;
        }
        try {
            return method.invoke(entras ? entraPeople : oktaPeople, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
