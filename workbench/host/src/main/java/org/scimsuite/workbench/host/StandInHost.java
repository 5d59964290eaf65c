package org.scimsuite.workbench.host;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.component.ComponentLocator;
import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserManager;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.java.ao.EntityManager;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.scimsuite.workbench.host.ao.HostActiveObjects;
import org.scimsuite.workbench.host.database.Database;
import org.scimsuite.workbench.host.database.HostLocks;
import org.scimsuite.workbench.host.database.PluginDatabase;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.generation.Generation;
import org.scimsuite.workbench.host.osgi.PluginContainer;
import org.scimsuite.workbench.host.plugin.DescriptorReader;
import org.scimsuite.workbench.host.plugin.PluginContext;
import org.scimsuite.workbench.host.plugin.PluginDescriptor;
import org.scimsuite.workbench.host.plugin.PluginFailedException;
import org.scimsuite.workbench.host.plugin.PluginTexts;
import org.scimsuite.workbench.host.product.Product;
import org.scimsuite.workbench.host.product.ProductState;
import org.scimsuite.workbench.host.product.bitbucket.BitbucketState;
import org.scimsuite.workbench.host.product.confluence.ConfluenceState;
import org.scimsuite.workbench.host.product.crowd.CrowdState;
import org.scimsuite.workbench.host.product.jira.JiraState;
import org.scimsuite.workbench.host.sal.HostProperties;
import org.scimsuite.workbench.host.sal.HostUserManager;
import org.scimsuite.workbench.host.web.FrontServlet;
import org.scimsuite.workbench.host.web.PluginModules;
import org.scimsuite.workbench.host.web.WebServer;
import org.slf4j.Logger;

/** A running host with its plugin. */
public final class StandInHost implements AutoCloseable {

    private final Deque<AutoCloseable> parts;
    private final URI base;

    private StandInHost(HostOptions options, Deque<AutoCloseable> parts) throws IOException, BundleException {
        this.parts = parts;
        Files.createDirectories(options.data());
        WebServer web = started(WebServer.open(options.port(), options.context()));
        this.base = URI.create("http://localhost:" + web.port() + options.context());
        Database database = started(Database.open(options.jdbc(), options.data()));
        HostLocks locks = started(new HostLocks(database, options.nodes()));
        StandInCrowd crowd =
                StandInCrowd.open(database, locks, options.product(), options.adminUser(), options.adminPassword());
        ProductState product = state(options.product(), crowd);
        PluginContainer container = started(
                PluginContainer.start(options.data().resolve("osgi-cache"), sharedLibraries(), HostFolders.bundles()));
        Bundle bundle = container.install(options.plugin());
        PluginDescriptor descriptor = descriptor(bundle);
        offerServices(container, options, database, locks, crowd, product);
        descriptor
                .activeObjects()
                .filter(module -> options.product().hasActiveObjects())
                .ifPresent(module -> container.offer(
                        ActiveObjects.class,
                        new HostActiveObjects(
                                database,
                                locks,
                                module.namespace(),
                                () -> classes(bundle, module.entities()),
                                options.reads())));
        PluginContext context = started(Generation.start(bundle));
        PluginModules modules = new PluginModules(descriptor, bundle, context, web.servletContext());
        web.serve(new FrontServlet(
                options, crowd, product, descriptor, PluginTexts.english(bundle, descriptor), modules));
    }

    /**
     * Starts a host; when this returns, it serves.
     *
     * @throws PluginFailedException when the plugin does not start
     */
    public static StandInHost start(HostOptions options) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return new StandInHost(options, parts);
        } catch (IOException | BundleException e) {
            stop(parts);
            throw new PluginFailedException("The host does not start: " + e.getMessage(), e);
        } catch (RuntimeException | LinkageError e) {
            stop(parts);
            throw e;
        }
    }

    /** The base URL with the context path. */
    public URI base() {
        return base;
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    private static List<Class<?>> sharedLibraries() {
        List<Class<?>> shared = new ArrayList<>(
                List.of(DirectoryManager.class, EntityManager.class, Servlet.class, Path.class, Logger.class));
        shared.addAll(Generation.shared());
        return shared;
    }

    private static PluginDescriptor descriptor(Bundle bundle) throws IOException {
        URL entry = bundle.getEntry("atlassian-plugin.xml");
        if (entry == null) {
            throw new PluginFailedException("The jar has no atlassian-plugin.xml");
        }
        try (InputStream xml = entry.openStream()) {
            PluginDescriptor descriptor = DescriptorReader.read(xml);
            String key = bundle.getHeaders().get("Atlassian-Plugin-Key");
            if (!descriptor.key().equals(key)) {
                throw new PluginFailedException(
                        "Atlassian-Plugin-Key is " + key + " but the descriptor says " + descriptor.key());
            }
            return descriptor;
        }
    }

    private void offerServices(
            PluginContainer container,
            HostOptions options,
            Database database,
            HostLocks locks,
            StandInCrowd crowd,
            ProductState product)
            throws IOException {
        Map<Class<?>, Object> services = new LinkedHashMap<>();
        URI origin = URI.create("http://localhost:" + base.getPort());
        services.put(DirectoryManager.class, crowd.directoryManager());
        services.putAll(crowd.effectiveServices());
        services.put(UserManager.class, new HostUserManager(crowd));
        services.put(
                ApplicationProperties.class,
                new HostProperties(
                        origin.toString(), options.context(), options.product().shortName()));
        services.put(LoginUriProvider.class, (LoginUriProvider) this::loginUri);
        services.put(TransactionTemplate.class, new PlainTransactions());
        services.put(ClusterLockService.class, locks);
        services.putAll(product.services());
        if (!options.product().hasActiveObjects()) {
            services.putAll(PluginDatabase.services(options, database));
        }
        services.keySet().removeIf(type -> options.withoutServices().contains(type.getSimpleName()));
        services.forEach((type, service) -> {
            if (!options.componentsOnly().contains(type.getSimpleName())) {
                offer(container, type, service);
            }
        });
        ComponentLocator.setComponentLocator(new ServiceLocator(services));
    }

    private static ProductState state(Product product, StandInCrowd crowd) {
        return switch (product) {
            case JIRA -> new JiraState(crowd);
            case CONFLUENCE -> new ConfluenceState(crowd);
            case BITBUCKET -> new BitbucketState(crowd);
            case CROWD -> new CrowdState(crowd);
        };
    }

    private static <T> void offer(PluginContainer container, Class<T> type, Object service) {
        container.offer(type, type.cast(service));
    }

    private URI loginUri(URI returnUri) {
        String path = returnUri.getRawPath();
        String destination =
                path.startsWith(base.getPath()) ? path.substring(base.getPath().length()) : path;
        return URI.create(base + "/login?os_destination=" + URLEncoder.encode(destination, StandardCharsets.UTF_8));
    }

    private static List<Class<?>> classes(Bundle bundle, List<String> names) {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            try {
                classes.add(bundle.loadClass(name));
            } catch (ClassNotFoundException e) {
                throw new PluginFailedException("The entity " + name + " is not in the plugin", e);
            }
        }
        return classes;
    }

    @Override
    public void close() {
        stop(parts);
    }

    private static void stop(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("A part of the host did not stop cleanly: " + e);
            }
        }
    }

    /** The product's own transactions have nothing to do with Active Objects here; work just runs. */
    private static final class PlainTransactions implements TransactionTemplate {
        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return action.doInTransaction();
        }
    }

    /** The components a plugin can ask for by type. */
    private static final class ServiceLocator extends ComponentLocator {
        private final Map<Class<?>, Object> services;

        ServiceLocator(Map<Class<?>, Object> services) {
            this.services = services;
        }

        @Override
        protected <T> T getComponentInternal(Class<T> iface) {
            return iface.cast(services.get(iface));
        }
    }
}
