package org.scimsuite.atlassian.wiring;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.component.ComponentLocator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Finds services of the product: first in the OSGi registry, then among the product's own components. They are looked up at
 * each call, because a service may come after the plugin and may be replaced while the product runs.
 */
public final class HostServices {

    private final BundleContext bundle;
    private final Map<Class<?>, Held<?>> held = new ConcurrentHashMap<>();

    public HostServices(BundleContext bundle) {
        this.bundle = bundle;
    }

    /** The services that the plugin of this class sees. */
    public static HostServices of(Class<?> pluginClass) {
        return new HostServices(FrameworkUtil.getBundle(pluginClass).getBundleContext());
    }

    /** The service, if the product offers it at this moment. */
    public <T> Optional<T> find(Class<T> type) {
        return fromRegistry(type).or(() -> fromComponents(type));
    }

    /** The service; a {@link ServiceMissing} that names it when the product does not offer it. */
    public <T> T require(Class<T> type) {
        return find(type).orElseThrow(() -> new ServiceMissing(type));
    }

    /** A stand-in for the service that looks for the real one at each call. */
    public <T> T lazy(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> "lazy " + type.getName();
                        };
                    }
                    try {
                        return method.invoke(require(type), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** The lock of this name that no other node of the cluster holds; empty when the product offers none. */
    public Optional<Lock> clusterLock(String name) {
        try {
            return find(ClusterLockService.class).map(service -> service.getLockForName(name));
        } catch (LinkageError notInThisProduct) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> fromRegistry(Class<T> type) {
        // the framework counts every getService, so a service is got once for as long as it is registered
        Held<?> known = held.get(type);
        if (known != null && known.reference().getBundle() != null) {
            return Optional.of(type.cast(known.service()));
        }
        ServiceReference<T> reference = bundle.getServiceReference(type);
        if (reference == null) {
            held.remove(type);
            return Optional.empty();
        }
        Optional<T> service = Optional.ofNullable(bundle.getService(reference));
        service.ifPresent(found -> held.put(type, new Held<>(reference, found)));
        return service;
    }

    private record Held<T>(ServiceReference<T> reference, T service) {}

    private static <T> Optional<T> fromComponents(Class<T> type) {
        try {
            return Optional.ofNullable(ComponentLocator.getComponent(type));
        } catch (RuntimeException | LinkageError notThere) {
            // products answer "no such component" with exceptions of their own
            return Optional.empty();
        }
    }

    /** The product does not offer a service that is needed. */
    public static final class ServiceMissing extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ServiceMissing(Class<?> type) {
            super("The product does not offer the service " + type.getName());
        }
    }
}
