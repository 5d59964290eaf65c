package org.scimsuite.workbench.host.osgi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** An OSGi framework with the host's services and one plugin. */
public final class PluginContainer implements AutoCloseable {

    private final Framework framework;

    private PluginContainer(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts the framework.
     *
     * @param cache an empty or absent folder of its own
     * @param shared one class of each library a plugin may import from
     * @param bundles a folder of bundles the host itself needs; may be absent
     */
    public static PluginContainer start(Path cache, List<Class<?>> shared, Path bundles)
            throws BundleException, IOException {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemPackages.exports(shared)));
        framework.start();
        PluginContainer container = new PluginContainer(framework);
        if (Files.isDirectory(bundles)) {
            container.startAll(bundles);
        }
        return container;
    }

    private void startAll(Path folder) throws IOException, BundleException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            context().installBundle(jar.toUri().toString());
        }
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    /** Offers a service to the plugin. */
    public <T> void offer(Class<T> type, T service) {
        context().registerService(type, service, null);
    }

    /** Installs the plugin jar without starting it. */
    public Bundle install(Path jar) throws BundleException {
        URI location = jar.toAbsolutePath().toUri();
        return context().installBundle(location.toString());
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
        } catch (BundleException e) {
            System.err.println("The OSGi framework did not stop cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
