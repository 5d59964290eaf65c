package org.scimsuite.workbench.host.rest;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.framework.Bundle;
import org.scimsuite.workbench.host.plugin.PluginContext;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.RestModule;
import org.scimsuite.workbench.host.plugin.PluginFailedException;
import org.scimsuite.workbench.host.web.ModuleConfig;

/** The REST modules of the plugin. Resources are made for each request, by the plugin's own context. */
public final class RestModules {

    /** A REST module and the path below the context root that leads to it. */
    public record MountedRest(String root, ServletContainer jersey) {

        public void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            jersey.service(request, response);
        }
    }

    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    static {
        // It warns of every optional library that is not there.
        JERSEY.setLevel(Level.SEVERE);
    }

    private final List<MountedRest> mounted = new ArrayList<>();

    public RestModules(List<RestModule> modules, Bundle bundle, PluginContext plugin, ServletContext web) {
        for (RestModule module : modules) {
            ResourceConfig config = new ResourceConfig();
            config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
            config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
            config.register(RestAccessFilter.class);
            config.register(RestXsrfFilter.class);
            List<Class<?>> resources = resources(module, bundle);
            resources.forEach(config::register);
            config.register(new AutowiredResources(resources, plugin));
            ServletContainer jersey = new ServletContainer(config);
            try {
                ServletConfig setup = new ModuleConfig(module.key(), Map.of(), web);
                jersey.init(setup);
            } catch (ServletException | RuntimeException e) {
                throw new PluginFailedException("The REST module " + module.key() + " does not start: " + e, e);
            }
            mounted.add(new MountedRest(module.root(), jersey));
        }
    }

    /** The REST module at the path, if one is there. */
    public Optional<MountedRest> at(String path) {
        return mounted.stream()
                .filter(rest -> path.equals(rest.root()) || path.startsWith(rest.root() + '/'))
                .findFirst();
    }

    private static List<Class<?>> resources(RestModule module, Bundle bundle) {
        List<String> packages = module.packages().isEmpty() ? List.of("") : module.packages();
        List<Class<?>> found = new ArrayList<>();
        for (String name : packages) {
            Enumeration<URL> entries = bundle.findEntries('/' + name.replace('.', '/'), "*.class", true);
            for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
                Class<?> type = load(bundle, entry.getPath());
                if (type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class)) {
                    found.add(type);
                }
            }
        }
        if (found.isEmpty()) {
            throw new PluginFailedException("The REST module " + module.key() + " has no resource");
        }
        return found;
    }

    private static Class<?> load(Bundle bundle, String entry) {
        String name = entry.substring(1, entry.length() - ".class".length()).replace('/', '.');
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PluginFailedException("The class " + name + " cannot be loaded: " + e, e);
        }
    }

    /** Lets the plugin's context, not Jersey, make the resources. */
    private static final class AutowiredResources extends AbstractBinder {

        private static final int BEFORE_JERSEY = 10;

        private final List<Class<?>> resources;
        private final PluginContext plugin;

        AutowiredResources(List<Class<?>> resources, PluginContext plugin) {
            this.resources = resources;
            this.plugin = plugin;
        }

        @Override
        protected void configure() {
            for (Class<?> type : resources) {
                if (type.isAnnotationPresent(Path.class)) {
                    bindResource(type);
                }
            }
        }

        private <T> void bindResource(Class<T> type) {
            bindFactory(() -> plugin.create(type)).to(type).ranked(BEFORE_JERSEY);
        }
    }
}
