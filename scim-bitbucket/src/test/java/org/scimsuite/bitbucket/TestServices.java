package org.scimsuite.bitbucket;

import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scimsuite.atlassian.wiring.HostServices;

/** A product that offers a few services. */
public final class TestServices {

    private TestServices() {}

    /** The services, by their interfaces. */
    public static HostServices offering(Map<Class<?>, Object> services) {
        IdentityHashMap<Object, Object> byReference = new IdentityHashMap<>();
        return new HostServices(proxy(BundleContext.class, (method, argument) -> {
            if (method.equals("getService")) {
                return byReference.get(argument);
            }
            Object service = services.get(argument);
            if (service == null) {
                return null;
            }
            ServiceReference<?> reference = proxy(ServiceReference.class, (other, none) -> null);
            byReference.put(reference, service);
            return reference;
        }));
    }

    private interface Answer {
        Object to(String method, Object argument);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                TestServices.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments == null ? null : arguments[0])));
    }
}
