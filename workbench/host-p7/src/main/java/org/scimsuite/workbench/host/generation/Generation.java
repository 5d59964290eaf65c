package org.scimsuite.workbench.host.generation;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.logging.LogFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.scimsuite.workbench.host.plugin.PluginContext;
import org.scimsuite.workbench.host.plugin.PluginFailedException;

/**
 * Platform 7: Spring 5 lives in bundles beside the plugin, and Gemini Blueprint makes the plugin's context. The host sees no
 * Spring class and reaches the context by reflection.
 */
public final class Generation {

    /** How the generation is called in file names. */
    public static final String NAME = "p7";

    private static final String CONTEXT = "org.springframework.context.ApplicationContext";
    private static final int AUTOWIRE_CONSTRUCTOR = 3;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Generation() {}

    /** What the Spring bundles import from the host. */
    public static List<Class<?>> shared() {
        return List.of(LogFactory.class);
    }

    /**
     * Starts the plugin's bundle and waits for its context.
     *
     * @throws PluginFailedException when either does not come up
     */
    public static PluginContext start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new PluginFailedException("The bundle does not start: " + e.getMessage(), e);
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - end < 0) {
            Optional<Object> context = published(bundle);
            if (context.isPresent()) {
                return new Context(context.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new PluginFailedException("The plugin's Spring context does not start; the reason is above");
    }

    private static Optional<Object> published(Bundle bundle) {
        BundleContext own = bundle.getBundleContext();
        if (own == null) {
            return Optional.empty();
        }
        try {
            ServiceReference<?>[] found = own.getAllServiceReferences(
                    CONTEXT, "(Bundle-SymbolicName=" + bundle.getSymbolicName() + ')');
            return found == null ? Optional.empty() : Optional.ofNullable(own.getService(found[0]));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The filter is a constant", e);
        }
    }

    private record Context(Object spring) implements PluginContext {

        @Override
        public <T> T create(Class<T> type) {
            try {
                Object factory = call(spring, CONTEXT, "getAutowireCapableBeanFactory", new Class<?>[0]);
                return type.cast(call(
                        factory,
                        "org.springframework.beans.factory.config.AutowireCapableBeanFactory",
                        "createBean",
                        new Class<?>[] {Class.class, int.class, boolean.class},
                        type,
                        AUTOWIRE_CONSTRUCTOR,
                        false));
            } catch (InvocationTargetException e) {
                throw new PluginFailedException(String.valueOf(e.getCause()), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Spring 5 is not as expected", e);
            }
        }

        private static Object call(
                Object target, String declaring, String method, Class<?>[] parameters, Object... arguments)
                throws ReflectiveOperationException {
            return target.getClass()
                    .getClassLoader()
                    .loadClass(declaring)
                    .getMethod(method, parameters)
                    .invoke(target, arguments);
        }

        @Override
        public void close() {
            // Gemini closes the context when the bundle stops.
        }
    }
}
