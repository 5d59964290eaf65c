package org.scimsuite.atlassian.web;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.atlassian.activeobjects.AoAlignmentTaskStore;
import org.scimsuite.atlassian.activeobjects.AoConnectionStore;
import org.scimsuite.atlassian.activeobjects.AoExtensionSchemaStore;
import org.scimsuite.atlassian.activeobjects.AoGrantStore;
import org.scimsuite.atlassian.activeobjects.AoGroupRecordStore;
import org.scimsuite.atlassian.activeobjects.AoJournalStore;
import org.scimsuite.atlassian.activeobjects.AoMadeGroupStore;
import org.scimsuite.atlassian.activeobjects.AoMappingStore;
import org.scimsuite.atlassian.activeobjects.AoMembershipStore;
import org.scimsuite.atlassian.activeobjects.AoSecretStore;
import org.scimsuite.atlassian.activeobjects.AoTokenStore;
import org.scimsuite.atlassian.activeobjects.AoUserRecordStore;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.scimsuite.atlassian.activeobjects.TestActiveObjects;
import org.scimsuite.atlassian.sal.ClusterLocks;
import org.scimsuite.atlassian.sal.NodeLocks;
import org.scimsuite.atlassian.sal.PublicAddress;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.atlassian.wiring.BackgroundWork;
import org.scimsuite.atlassian.wiring.BuildInfo;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.ConnectionDraft;
import org.scimsuite.core.admin.IssuedToken;
import org.scimsuite.core.admin.TokenDraft;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.endpoint.ScimServer;
import org.scimsuite.core.endpoint.ScimServerPorts;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.AlignmentStores;
import org.scimsuite.core.provision.ProvisioningStores;

/** A plugin on a real database, in a product that has one directory and nobody in it. */
final class TestRuntime {

    static final SelfCheckReport PASSED = new SelfCheckReport(1, List.of(), List.of(), Set.of());

    private TestRuntime() {}

    /** @param user who is logged in: "admin" is a system administrator */
    static PluginRuntime of(SelfCheckReport selfCheck, Optional<String> user) {
        Tables database = TestActiveObjects.node(TestActiveObjects.newDatabase());
        NodeLocks locks = new NodeLocks();
        BackgroundWork background = new BackgroundWork("test", Duration.ofDays(1), Duration.ofSeconds(10));
        ScimServer server = new ScimServer(new ScimServerPorts(
                Product.of(directory()),
                new ProvisioningStores(
                        new AoUserRecordStore(database),
                        new AoGroupRecordStore(database),
                        new AoMembershipStore(database),
                        new AlignmentStores(
                                new AoGrantStore(database),
                                new AoMadeGroupStore(database),
                                new AoAlignmentTaskStore(database))),
                new AoMappingStore(database),
                new AoExtensionSchemaStore(database),
                new AoConnectionStore(database),
                new AoTokenStore(database),
                new AoJournalStore(database),
                new AoSecretStore(database),
                new ClusterLocks(locks::forName),
                background,
                Clock.systemUTC(),
                new SecureRandom()));
        return new PluginRuntime(
                server,
                background,
                database,
                selfCheck,
                List::of,
                new PublicAddress(properties()),
                new BuildInfo("1.2.3", "p8", "jira"),
                userManager(user),
                returnUri -> URI.create("https://acme.test/jira/login?to=" + returnUri.getPath()));
    }

    /** A token of a new connection. */
    static String token(PluginRuntime runtime, String connectionName) {
        Done<Connection> connection = (Done<Connection>) runtime.server()
                .connections()
                .create(new ConnectionDraft(connectionName, 1, DeletePolicy.DEACTIVATE, ConnectionMode.LIVE));
        Done<IssuedToken> token = (Done<IssuedToken>) runtime.server()
                .connections()
                .issueToken(connection.value().id(), new TokenDraft("test", Optional.empty()));
        return token.value().text();
    }

    private static ApplicationProperties properties() {
        return (ApplicationProperties) Proxy.newProxyInstance(
                TestRuntime.class.getClassLoader(),
                new Class<?>[] {ApplicationProperties.class},
                (proxy, method, arguments) -> arguments[0] == UrlMode.CANONICAL ? "https://acme.test/jira/" : "wrong");
    }

    private static UserManager userManager(Optional<String> user) {
        return new UserManager() {
            @Override
            public UserKey getRemoteUserKey() {
                return user.map(UserKey::new).orElse(null);
            }

            @Override
            public UserProfile getRemoteUser() {
                return null;
            }

            @Override
            public UserProfile getUserProfile(String username) {
                return null;
            }

            @Override
            public boolean isSystemAdmin(UserKey userKey) {
                return userKey.getStringValue().equals("admin");
            }
        };
    }

    private static UserDirectoryPort directory() {
        DirectoryInfo internal = new DirectoryInfo(1, "Internal", "INTERNAL", Set.of(DirectoryOperation.values()));
        return (UserDirectoryPort) Proxy.newProxyInstance(
                TestRuntime.class.getClassLoader(),
                new Class<?>[] {UserDirectoryPort.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "directories" -> List.of(internal);
                    case "directory" -> Optional.of(internal);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
