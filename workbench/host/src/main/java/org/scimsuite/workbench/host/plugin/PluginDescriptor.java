package org.scimsuite.workbench.host.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code atlassian-plugin.xml} declares, as far as the host acts on it. */
public record PluginDescriptor(
        String key,
        String name,
        String version,
        Map<String, String> parameters,
        List<FilterModule> filters,
        List<ServletModule> servlets,
        List<RestModule> rest,
        Optional<ActiveObjectsModule> activeObjects,
        List<WebItem> webItems,
        List<String> i18n) {

    /** A servlet filter; its patterns are relative to the context root. */
    public record FilterModule(
            String key,
            String className,
            FilterLocation location,
            int weight,
            List<UrlPattern> patterns,
            Map<String, String> parameters) {

        /** The order in which filters run: by location, then lighter first. */
        public static final Comparator<FilterModule> ORDER =
                Comparator.comparing(FilterModule::location).thenComparingInt(FilterModule::weight);
    }

    /** A servlet; its patterns are relative to {@code /plugins/servlet}. */
    public record ServletModule(
            String key, String className, List<UrlPattern> patterns, Map<String, String> parameters) {}

    /** A REST module at {@code /rest<path>/<version>}; without packages the whole plugin is searched. */
    public record RestModule(String key, String path, String version, List<String> packages) {

        /** The path below the context root. */
        public String root() {
            String base = "/rest" + (path.startsWith("/") ? path : '/' + path);
            return version.equals("none") ? base : base + '/' + version;
        }
    }

    /** The entities of the plugin. */
    public record ActiveObjectsModule(String namespace, List<String> entities) {}

    /** A link in a menu. */
    public record WebItem(String key, String section, int weight, String labelKey, String link) {}
}
