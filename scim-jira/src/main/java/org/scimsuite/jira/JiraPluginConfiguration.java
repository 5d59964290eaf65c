package org.scimsuite.jira;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.sal.api.user.UserManager;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.atlassian.wiring.PluginAssembly;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The plugin's Spring context: one bean, which filter and servlets get through their constructors.
 *
 * <p>{@code proxyBeanMethods = false}, because the subclass that Spring would generate needs packages that the bundle does not
 * import. Signatures here must not name classes of the product that may be missing: Spring reads them all by reflection.
 */
@Configuration(proxyBeanMethods = false)
public class JiraPluginConfiguration {

    /** Puts the plugin together. */
    @Bean
    PluginRuntime pluginRuntime() {
        return PluginAssembly.assemble(JiraPluginConfiguration.class, JiraPluginConfiguration::directory);
    }

    private static UserDirectoryPort directory(HostServices services) {
        return new JiraUserDirectory(
                () -> services.find(DirectoryManager.class)
                        .orElseThrow(() -> new DirectoryException.Unavailable(
                                "Jira does not offer its user directories to the SCIM plugin (no DirectoryManager). "
                                        + "See the plugin's status page.",
                                null)),
                () -> services.lazy(UserManager.class));
    }
}
