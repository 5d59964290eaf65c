package org.scimsuite.workbench.host.sample;

import org.osgi.framework.BundleContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the sample plugin. */
@Configuration(proxyBeanMethods = false)
public class SampleConfiguration {

    @Bean
    Notes notes(BundleContext bundleContext) {
        return new Notes(bundleContext);
    }
}
