package org.scimsuite.atlassian.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scimsuite.atlassian.wiring.HostServices.ServiceMissing;

class HostServicesTest {

    private Optional<Registration> registered = Optional.empty();
    private final List<String> calls = new ArrayList<>();
    private final HostServices services = new HostServices(context());

    @Test
    void lazyWhenTheServiceComesLaterThenItIsFound() {
        Supplier<?> service = services.lazy(Supplier.class);
        assertThatThrownBy(service::get)
                .isInstanceOf(ServiceMissing.class)
                .hasMessage("The product does not offer the service java.util.function.Supplier");

        registered = Optional.of(new Registration("first"));

        assertThat((Object) service.get()).isEqualTo("first");
    }

    @Test
    void lazyWhenTheServiceIsReplacedThenTheNewOneIsUsed() {
        Supplier<?> service = services.lazy(Supplier.class);
        Registration first = new Registration("first");
        registered = Optional.of(first);
        assertThat((Object) service.get()).isEqualTo("first");

        first.gone = true;
        registered = Optional.of(new Registration("second"));

        assertThat((Object) service.get()).isEqualTo("second");
    }

    @Test
    void lazyWhenCalledOftenThenTheServiceIsGotOnce() {
        Supplier<?> service = services.lazy(Supplier.class);
        registered = Optional.of(new Registration("first"));

        assertThat((Object) service.get()).isEqualTo(service.get());

        assertThat(calls).containsExactly("getServiceReference", "getService");
    }

    @Test
    void lazyWhenTheServiceThrowsThenItsOwnExceptionArrives() {
        Supplier<?> service = services.lazy(Supplier.class);
        registered = Optional.of(new Registration(new IllegalArgumentException("mine")));

        assertThatThrownBy(service::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }

    @Test
    void lazyWhenComparedOrPrintedThenTheServiceIsNotNeeded() {
        Supplier<?> service = services.lazy(Supplier.class);

        assertThat(service).isNotEqualTo("another").hasToString("lazy java.util.function.Supplier");
        assertThat(services.find(Supplier.class)).isEmpty();
    }

    private static final class Registration implements Supplier<Object> {
        private final Object result;
        private boolean gone;
        private final ServiceReference<?> reference;

        Registration(Object result) {
            this.result = result;
            this.reference = (ServiceReference<?>) Proxy.newProxyInstance(
                    HostServicesTest.class.getClassLoader(),
                    new Class<?>[] {ServiceReference.class},
                    (proxy, method, arguments) -> gone ? null : bundle());
        }

        @Override
        public Object get() {
            if (result instanceof RuntimeException failure) {
                throw failure;
            }
            return result;
        }
    }

    private static Bundle bundle() {
        return (Bundle) Proxy.newProxyInstance(
                HostServicesTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> null);
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return method.getName().equals("getServiceReference")
                            ? registered
                                    .map(registration -> registration.reference)
                                    .orElse(null)
                            : registered.orElse(null);
                });
    }
}
