package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes one call of the directory go wrong, for tests of what happens then. One fault can be armed at a time; it strikes
 * once.
 */
public final class Faults {

    /** Where the fault strikes: before the operation changed anything, or after it did. */
    public enum Point {
        BEFORE,
        AFTER
    }

    /** What happens: the process dies without a word, or the caller gets an exception. */
    public enum Action {
        HALT,
        THROW
    }

    /** A fault, for instance "die after addUser". */
    public record Fault(Point point, String operation, Action action) {}

    private static final int KILLED = 137;

    private final AtomicReference<Fault> armed = new AtomicReference<>();
    private final DirectoryManager manager;

    Faults(DirectoryManager target) {
        this.manager = (DirectoryManager) Proxy.newProxyInstance(
                DirectoryManager.class.getClassLoader(),
                new Class<?>[] {DirectoryManager.class},
                (proxy, method, arguments) -> call(target, method, arguments));
    }

    DirectoryManager manager() {
        return manager;
    }

    /** Arms the fault; it replaces one that has not struck yet. */
    public void arm(Fault fault) {
        armed.set(fault);
    }

    private Object call(DirectoryManager target, Method method, Object[] arguments) throws Throwable {
        try {
            strike(Point.BEFORE, method);
            Object result = method.invoke(target, arguments);
            strike(Point.AFTER, method);
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void strike(Point point, Method method) throws OperationFailedException {
        Fault fault = armed.get();
        if (fault == null
                || fault.point() != point
                || !fault.operation().equals(method.getName())
                || !armed.compareAndSet(fault, null)) {
            return;
        }
        switch (fault.action()) {
            case HALT -> Runtime.getRuntime().halt(KILLED);
            case THROW -> throw new OperationFailedException("A fault was asked for");
        }
    }
}
