package org.scimsuite.crowd;

import java.util.List;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.LeaverTasks;
import org.scimsuite.core.product.LeaverTasks.Task;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.crowd.applications.CrowdApplications;
import org.scimsuite.crowd.applications.DirectoriesOfApplications;
import org.scimsuite.crowd.seats.CrowdSeats;
import org.scimsuite.crowd.sso.SsoSessions;

/** Crowd's parts. Its seats and sessions hang on its applications, so those parts need the one that knows them. */
public final class CrowdModule implements ProductModule {

    /** The group that Crowd makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("crowd-administrators");

    private static final String APPLICATIONS = "applications";

    @Override
    public Product product(ProductHost host) {
        HostServices services = host.services();
        UserDirectoryPort directories = host.embeddedCrowd(ADMINISTRATOR_GROUPS);
        return new Product(
                host.part(
                        APPLICATIONS,
                        () -> new DirectoriesOfApplications(directories, new CrowdApplications(services)),
                        directories),
                host.part(
                        APPLICATIONS,
                        () -> host.part(
                                "seats",
                                () -> new CrowdSeats(services, new CrowdApplications(services)),
                                SeatPort.UNCOUNTED),
                        SeatPort.UNCOUNTED),
                new LeaverTasks(List.of(host.part(
                        APPLICATIONS,
                        () -> host.part(
                                "sso",
                                () -> SsoSessions.task(services, new CrowdApplications(services)),
                                Task.notOffered(SsoSessions.NOT_OFFERED)),
                        Task.notOffered(SsoSessions.NOT_OFFERED)))));
    }

    @Override
    public Tables tables(ProductHost host) {
        return CrowdTables.of(host);
    }
}
