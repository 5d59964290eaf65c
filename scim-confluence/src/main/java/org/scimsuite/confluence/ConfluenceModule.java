package org.scimsuite.confluence;

import java.util.List;
import org.scimsuite.atlassian.parts.remembered.RememberedLogins;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.confluence.accessmode.ReadOnlyMode;
import org.scimsuite.confluence.accounts.ConfluenceAccounts;
import org.scimsuite.confluence.seats.ConfluenceSeats;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.EffectiveLeavers;
import org.scimsuite.core.product.LeaverPort;
import org.scimsuite.core.product.LeaverTasks;
import org.scimsuite.core.product.LeaverTasks.Task;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.product.SeatPort;

/** Confluence's parts. */
public final class ConfluenceModule implements ProductModule {

    /** The group that Confluence makes for its administrators when it is installed. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("confluence-administrators");

    @Override
    public Product product(ProductHost host) {
        HostServices services = host.services();
        UserDirectoryPort directory = new ConfluenceUserDirectory(
                host.embeddedCrowd(ADMINISTRATOR_GROUPS),
                host.part("accessmode", () -> ReadOnlyMode.of(services), () -> false),
                host.part("accounts", () -> new ConfluenceAccounts(services), Accounts.DIRECTORY_ONLY));
        return new Product(
                directory,
                host.part("seats", () -> new ConfluenceSeats(services), SeatPort.UNCOUNTED),
                new EffectiveLeavers(directory, leavers(host)));
    }

    private static LeaverPort leavers(ProductHost host) {
        return new LeaverTasks(List.of(
                host.part(
                        "remembered",
                        () -> RememberedLogins.task(host.services()),
                        Task.notOffered("Browsers that were told to remember the person are not forgotten: "
                                + "this version of Confluence lets no plugin do that.")),
                Task.notOffered("Sessions are not ended: Confluence lets no plugin do that."),
                Task.notOffered("Personal access tokens are not revoked: Confluence lets no plugin do that. "
                        + "An administrator revokes them under Administering personal access tokens.")));
    }
}
