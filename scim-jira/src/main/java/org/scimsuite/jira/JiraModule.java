package org.scimsuite.jira;

import java.util.List;
import org.scimsuite.atlassian.parts.remembered.RememberedLogins;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.EffectiveLeavers;
import org.scimsuite.core.product.LeaverPort;
import org.scimsuite.core.product.LeaverTasks;
import org.scimsuite.core.product.LeaverTasks.Task;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.jira.leads.JiraLeads;
import org.scimsuite.jira.seats.JiraSeats;

/** Jira's parts. */
public final class JiraModule implements ProductModule {

    /** The group that Jira makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("jira-administrators");

    @Override
    public Product product(ProductHost host) {
        UserDirectoryPort directory = host.embeddedCrowd(ADMINISTRATOR_GROUPS);
        return new Product(
                directory,
                host.part("seats", () -> new JiraSeats(host.services()), SeatPort.UNCOUNTED),
                new EffectiveLeavers(directory, leavers(host)));
    }

    /** Access first, bookkeeping after. */
    private static LeaverPort leavers(ProductHost host) {
        HostServices services = host.services();
        return new LeaverTasks(
                List.of(
                        host.part(
                                "remembered",
                                () -> RememberedLogins.task(services),
                                Task.notOffered(
                                        "Browsers that were told to remember the person are not forgotten: this version of Jira lets no plugin do that.")),
                        Task.notOffered(
                                "Sessions are not ended: Jira lets no plugin do that. An administrator ends them, from Jira 9.11 on, with "
                                        + "DELETE /rest/api/2/user/session/ and the user's name."),
                        Task.notOffered("Personal access tokens are not revoked: Jira lets no plugin do that. "
                                + "An administrator revokes them under Administering personal access tokens."),
                        host.part(
                                "leads",
                                () -> JiraLeads.task(services),
                                Task.notOffered(
                                        "Projects and components are not handed over: this version of Jira lets no plugin do that."))));
    }
}
