package org.scimsuite.atlassian.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The plugin's Spring context: one bean, which filter and servlets get through their constructors.
 *
 * <p>{@code proxyBeanMethods = false}, because the subclass that Spring would generate needs packages that the bundle does not
 * import.
 */
@Configuration(proxyBeanMethods = false)
public class PluginConfiguration {

    /** Puts the plugin together. */
    @Bean
    PluginRuntime pluginRuntime(ProductModule module) {
        return PluginAssembly.assemble(module);
    }
}
