package org.scimsuite.atlassian.wiring;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
import org.scimsuite.atlassian.sal.ClusterLocks;
import org.scimsuite.atlassian.sal.NodeLocks;
import org.scimsuite.atlassian.sal.PublicAddress;
import org.scimsuite.atlassian.selfcheck.SelfCheck;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.core.endpoint.ScimServer;
import org.scimsuite.core.endpoint.ScimServerPorts;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.AlignmentStores;
import org.scimsuite.core.provision.Locks;
import org.scimsuite.core.provision.ProvisioningStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a plugin together; what differs from product to product is handed in. */
public final class PluginAssembly {

    private static final Logger LOG = LoggerFactory.getLogger(PluginAssembly.class);

    private static final String THREAD_NAME = "scim-suite-background";

    /** What another node has left waits no longer than this. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** A product that is being shut down does not wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private PluginAssembly() {}

    /**
     * Makes the runtime of a plugin, and makes it the current one.
     *
     * @param module not asked for its parts when the self-check fails, because then the classes it needs may not exist; its class
     *     loader is checked against the product
     */
    static PluginRuntime assemble(ProductModule module) {
        Class<?> pluginClass = module.getClass();
        HostServices services = HostServices.of(pluginClass);
        SelfCheckReport selfCheck = new SelfCheck(pluginClass.getClassLoader()).run();
        log(selfCheck);
        BackgroundWork background = new BackgroundWork(THREAD_NAME, PAUSE, PATIENCE);
        DirectoryAccess access = new DirectoryAccess(services, selfCheck);
        ProductHost host = new ProductHost(services, selfCheck, access);
        Tables tables = module.tables(host);
        ScimServerPorts ports = new ScimServerPorts(
                selfCheck.isPassed() ? module.product(host) : Product.of(UnfitProductDirectory.unfit()),
                new ProvisioningStores(
                        new AoUserRecordStore(tables),
                        new AoGroupRecordStore(tables),
                        new AoMembershipStore(tables),
                        new AlignmentStores(
                                new AoGrantStore(tables),
                                new AoMadeGroupStore(tables),
                                new AoAlignmentTaskStore(tables))),
                new AoMappingStore(tables),
                new AoExtensionSchemaStore(tables),
                new AoConnectionStore(tables),
                new AoTokenStore(tables),
                new AoJournalStore(tables),
                new AoSecretStore(tables),
                locks(services),
                background,
                Clock.systemUTC(),
                new SecureRandom());
        PluginRuntime runtime = new PluginRuntime(
                new ScimServer(ports),
                background,
                tables,
                selfCheck,
                () -> selfCheck.isPassed() ? access.remarks() : List.of(),
                new PublicAddress(services.lazy(ApplicationProperties.class)),
                BuildInfo.of(pluginClass.getClassLoader()),
                services.lazy(UserManager.class),
                services.lazy(LoginUriProvider.class));
        runtime.install();
        if (selfCheck.isPassed()) {
            background.start(runtime.server()::workOnce);
        }
        return runtime;
    }

    private static Locks locks(HostServices services) {
        NodeLocks ofThisNode = new NodeLocks();
        return new ClusterLocks(name -> services.clusterLock(name).orElseGet(() -> ofThisNode.forName(name)));
    }

    private static void log(SelfCheckReport selfCheck) {
        selfCheck.remarks().forEach(remark -> LOG.warn("Self-check: {}", remark));
        if (selfCheck.isPassed()) {
            LOG.info("Self-check: all {} signatures of the product are as expected", selfCheck.checked());
        } else {
            LOG.error("Self-check: this plugin does not fit this product; SCIM is not served");
            selfCheck.problems().forEach(problem -> LOG.error("Self-check: {}", problem));
        }
    }
}
