package org.scimsuite.atlassian.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.atlassian.wiring.DirectoryAccess.Way;
import org.scimsuite.core.directory.DirectoryException;

class DirectoryAccessTest {

    private static final SelfCheckReport ALL_FITS = new SelfCheckReport(1, List.of(), List.of(), Set.of());

    private final Map<String, Object> offered = new HashMap<>();
    private final HostServices services = new HostServices(context());
    private final DirectoryAccess access = new DirectoryAccess(services, ALL_FITS);

    @Test
    void wayWhenEachDirectoryIsWithinReachThenThat() {
        offer(DirectoryManager.class);
        offer(CrowdService.class);
        offer(CrowdDirectoryService.class);

        assertThat(access.way()).isEqualTo(Way.DIRECTORY_MANAGER);
        assertThat(access.remarks()).isEmpty();
    }

    @Test
    void wayWhenOnlyTheViewOfAllIsOfferedThenThatAndSaid() {
        offer(CrowdService.class);
        offer(CrowdDirectoryService.class);

        assertThat(access.way()).isEqualTo(Way.CROWD_SERVICE);
        assertThat(access.remarks()).first().asString().contains("no DirectoryManager");
    }

    @Test
    void wayWhenTheListOfDirectoriesIsMissingThenNoneAndEveryCallIsRefusedWithTheReason() {
        offer(CrowdService.class);

        assertThat(access.way()).isEqualTo(Way.NO_WAY);
        assertThat(access.remarks()).singleElement().asString().contains("CrowdDirectoryService");
        assertThat(access.directory(null).directories()).isEmpty();
        assertThatThrownBy(() -> access.directory(null).userNames(1))
                .isInstanceOf(DirectoryException.Unavailable.class)
                .hasMessageContaining("CrowdDirectoryService");
    }

    @Test
    void wayWhenThePartDoesNotFitThenNone() {
        offer(CrowdService.class);
        offer(CrowdDirectoryService.class);

        assertThat(new DirectoryAccess(services, new SelfCheckReport(1, List.of(), List.of(), Set.of("effective")))
                        .way())
                .isEqualTo(Way.NO_WAY);
    }

    @Test
    void wayWhenTheServiceComesLaterThenItIsTaken() {
        assertThat(access.way()).isEqualTo(Way.NO_WAY);
        offer(DirectoryManager.class);

        assertThat(access.way()).isEqualTo(Way.DIRECTORY_MANAGER);
    }

    private void offer(Class<?> type) {
        offered.put(type.getName(), proxy(type));
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServiceReference" -> {
                        Object service = offered.get(((Class<?>) arguments[0]).getName());
                        yield service == null ? null : reference(service);
                    }
                    case "getService" ->
                        offered.values().stream()
                                .filter(service -> arguments[0].toString().equals(service.toString()))
                                .findFirst()
                                .orElseThrow();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static ServiceReference<?> reference(Object service) {
        return (ServiceReference<?>) Proxy.newProxyInstance(
                DirectoryAccessTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) ->
                        method.getName().equals("toString") ? service.toString() : proxy(Bundle.class));
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                DirectoryAccessTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getName().equals("toString") ? type.getName() : Arrays.toString(arguments));
    }
}
