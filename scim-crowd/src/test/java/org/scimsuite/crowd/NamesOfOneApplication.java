package org.scimsuite.crowd;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/** JNDI as servlet containers have it: an application's names are there for threads with its class loader only. */
public final class NamesOfOneApplication implements InitialContextFactory {

    private static final Map<String, Object> NAMES = new ConcurrentHashMap<>();

    /** Called by JNDI. */
    public NamesOfOneApplication() {}

    static void bind(ClassLoader application, String name, Object value) {
        NAMES.put(System.identityHashCode(application) + name, value);
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
        return (Context) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    String key = System.identityHashCode(Thread.currentThread().getContextClassLoader())
                            + arguments[0].toString();
                    if (!method.getName().equals("lookup") || !NAMES.containsKey(key)) {
                        throw new NameNotFoundException(arguments[0].toString());
                    }
                    return NAMES.get(key);
                });
    }
}
