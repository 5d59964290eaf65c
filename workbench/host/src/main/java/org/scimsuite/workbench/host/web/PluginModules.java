package org.scimsuite.workbench.host.web;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.scimsuite.workbench.host.plugin.FilterLocation;
import org.scimsuite.workbench.host.plugin.PluginContext;
import org.scimsuite.workbench.host.plugin.PluginDescriptor;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.FilterModule;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.ServletModule;
import org.scimsuite.workbench.host.plugin.PluginFailedException;
import org.scimsuite.workbench.host.plugin.UrlPattern;
import org.scimsuite.workbench.host.rest.RestModules;
import org.scimsuite.workbench.host.web.FilterStep.Access;

/** The plugin's filters, servlets and REST modules, made and initialised. */
public final class PluginModules {

    private static final String SERVLETS = "/plugins/servlet";

    /** A servlet and one of its patterns, relative to the context root. */
    record MountedServlet(Servlet servlet, UrlPattern pattern) {}

    private final Map<FilterLocation, List<FilterStep>> filters = new EnumMap<>(FilterLocation.class);
    private final List<MountedServlet> servlets = new ArrayList<>();
    private final RestModules rest;

    /** @throws PluginFailedException naming the module that cannot be made */
    public PluginModules(PluginDescriptor descriptor, Bundle bundle, PluginContext plugin, ServletContext web) {
        for (FilterLocation location : FilterLocation.values()) {
            filters.put(location, new ArrayList<>());
        }
        for (FilterModule module : descriptor.filters()) {
            Filter filter = create(bundle, plugin, module.key(), module.className(), Filter.class);
            initialise(module.key(), () -> filter.init(new ModuleConfig(module.key(), module.parameters(), web)));
            Access access = AccessRules.isUnrestricted(filter.getClass()) ? Access.EVERYONE : Access.LOGGED_IN;
            filters.get(module.location()).add(new FilterStep(filter, module.patterns(), access));
        }
        for (ServletModule module : descriptor.servlets()) {
            Servlet servlet = create(bundle, plugin, module.key(), module.className(), Servlet.class);
            initialise(module.key(), () -> servlet.init(new ModuleConfig(module.key(), module.parameters(), web)));
            for (UrlPattern pattern : module.patterns()) {
                servlets.add(new MountedServlet(servlet, new UrlPattern(SERVLETS + pattern.text())));
            }
        }
        this.rest = new RestModules(descriptor.rest(), bundle, plugin, web);
    }

    /** The plugin's filters at the location, in the order in which they run. */
    List<FilterStep> filters(FilterLocation location) {
        return filters.get(location);
    }

    /** The servlet at the path; of several the one with the longest pattern. */
    Optional<MountedServlet> servlet(String path) {
        return servlets.stream()
                .filter(mounted -> mounted.pattern().matches(path))
                .max((one, other) -> Integer.compare(
                        one.pattern().text().length(), other.pattern().text().length()));
    }

    RestModules rest() {
        return rest;
    }

    private static <T> T create(Bundle bundle, PluginContext plugin, String key, String className, Class<T> kind) {
        try {
            return kind.cast(plugin.create(bundle.loadClass(className)));
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            throw new PluginFailedException("The module " + key + " cannot be made: " + e, e);
        }
    }

    @FunctionalInterface
    private interface Initialisation {
        void run() throws ServletException;
    }

    private static void initialise(String key, Initialisation initialisation) {
        try {
            initialisation.run();
        } catch (ServletException | RuntimeException e) {
            throw new PluginFailedException("The module " + key + " does not start: " + e, e);
        }
    }
}
