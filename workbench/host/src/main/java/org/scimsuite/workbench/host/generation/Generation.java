package org.scimsuite.workbench.host.generation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.aopalliance.aop.Advice;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.scimsuite.workbench.host.plugin.PluginContext;
import org.scimsuite.workbench.host.plugin.PluginFailedException;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringVersion;
import org.springframework.core.io.UrlResource;
import org.springframework.expression.Expression;

/**
 * Platform 8: Spring 6, which the host exports to the plugin. No public extender for OSGi works with Spring 6, so the host
 * makes the plugin's context itself, from {@code META-INF/spring/*.xml}, with the bean {@code bundleContext}.
 */
public final class Generation {

    /** How the generation is called in file names. */
    public static final String NAME = "p8";

    private Generation() {}

    /** One class of each Spring library a plugin may import from. */
    public static List<Class<?>> shared() {
        return List.of(
                SpringVersion.class,
                BeanDefinition.class,
                GenericApplicationContext.class,
                Advice.class,
                Expression.class);
    }

    /**
     * Starts the plugin's bundle and its context.
     *
     * @throws PluginFailedException when either does not come up
     */
    public static PluginContext start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new PluginFailedException("The bundle does not start: " + e.getMessage(), e);
        }
        return new Context(bundle);
    }

    private static final class Context implements PluginContext {

        private final GenericApplicationContext spring = new GenericApplicationContext();

        Context(Bundle bundle) {
            ClassLoader loader = new PluginClasses(bundle);
            spring.setClassLoader(loader);
            spring.getBeanFactory().registerSingleton("bundleContext", bundle.getBundleContext());
            XmlBeanDefinitionReader reader = new XmlBeanDefinitionReader(spring);
            try {
                for (URL file : configurations(bundle)) {
                    reader.loadBeanDefinitions(new UrlResource(file));
                }
                spring.refresh();
            } catch (BeansException e) {
                throw new PluginFailedException("The plugin's Spring context does not start: " + e.getMessage(), e);
            }
        }

        private static List<URL> configurations(Bundle bundle) {
            Enumeration<URL> found = bundle.findEntries("META-INF/spring", "*.xml", false);
            if (found == null) {
                throw new PluginFailedException("The plugin has no META-INF/spring/*.xml");
            }
            return Collections.list(found);
        }

        @Override
        @SuppressWarnings("deprecation") // what the products' plugin framework calls
        public <T> T create(Class<T> type) {
            return type.cast(spring.getAutowireCapableBeanFactory()
                    .createBean(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
        }

        @Override
        public void close() {
            spring.close();
        }
    }

    /** The plugin's classes first, then those of Spring itself, which also finds its XML schemas there. */
    private static final class PluginClasses extends ClassLoader {

        private final Bundle bundle;

        PluginClasses(Bundle bundle) {
            super(Generation.class.getClassLoader());
            this.bundle = bundle;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            try {
                return bundle.loadClass(name);
            } catch (ClassNotFoundException e) {
                if (name.startsWith("org.springframework.")) {
                    return super.loadClass(name, resolve);
                }
                throw e;
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = bundle.getResource(name);
            return own != null ? own : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            List<URL> found = new ArrayList<>();
            Enumeration<URL> own = bundle.getResources(name);
            if (own != null) {
                found.addAll(Collections.list(own));
            }
            found.addAll(Collections.list(super.getResources(name)));
            return Collections.enumeration(found);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            try {
                URL resource = getResource(name);
                return resource == null ? null : resource.openStream();
            } catch (IOException e) {
                return null;
            }
        }
    }
}
