package org.scimsuite.bitbucket;

import java.util.List;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.atlassian.wiring.ProductModule;
import org.scimsuite.bitbucket.keys.SshKeys;
import org.scimsuite.bitbucket.seats.BitbucketSeats;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.EffectiveLeavers;
import org.scimsuite.core.product.LeaverPort;
import org.scimsuite.core.product.LeaverTasks;
import org.scimsuite.core.product.LeaverTasks.Task;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.product.SeatPort;

/** Bitbucket's parts. Its own administration of users knows no inactive ones; what it honours is the flag of the directory. */
public final class BitbucketModule implements ProductModule {

    /** Bitbucket makes no group for its administrators; these are the names that administrators usually give it. */
    private static final List<String> ADMINISTRATOR_GROUPS = List.of("stash-admins", "bitbucket-admins");

    @Override
    public Product product(ProductHost host) {
        UserDirectoryPort directory = host.embeddedCrowd(ADMINISTRATOR_GROUPS);
        return new Product(
                directory,
                host.part("seats", () -> new BitbucketSeats(host.services()), SeatPort.UNCOUNTED),
                new EffectiveLeavers(directory, leavers(host)));
    }

    private static LeaverPort leavers(ProductHost host) {
        return new LeaverTasks(List.of(
                host.part("keys", () -> SshKeys.task(host.services()), Task.notOffered(SshKeys.NOT_OFFERED)),
                Task.notOffered("HTTP access tokens are not revoked: Bitbucket lets no plugin do that. "
                        + "An administrator revokes them on the person's page, under HTTP access tokens."),
                Task.notOffered("Sessions and remembered browsers are not ended: Bitbucket lets no plugin do that.")));
    }
}
