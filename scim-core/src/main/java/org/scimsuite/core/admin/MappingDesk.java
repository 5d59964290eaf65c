package org.scimsuite.core.admin;

import java.time.Clock;
import java.util.function.Supplier;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.product.Product;
import org.scimsuite.core.provision.Foresight;
import org.scimsuite.core.provision.Locks;
import org.scimsuite.core.provision.ProvisioningStores;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.SecretStore;
import org.scimsuite.core.store.ShortMemory;

/**
 * Everything that administrators do with mappings, assembled from its ports.
 *
 * @param mappings mappings and their history
 * @param previews what a mapping would do
 * @param tasks what is still to be done
 * @param reasons why somebody is in a local group
 * @param parked members who are not there yet
 * @param signingKey the key of this installation
 * @param daily makes the tasks that are due every day
 */
public record MappingDesk(
        MappingAdmin mappings,
        MappingPreviews previews,
        AlignmentTasks tasks,
        MembershipReasons reasons,
        ParkedMemberQueries parked,
        SigningKey signingKey,
        DailyComparison daily) {

    /**
     * What it needs.
     *
     * @param users the type of users, with the extensions of now
     * @param foresight for the extensions of now
     * @param ids gives a new id with each call
     * @param versions which version of the mapping is in force, by connection
     */
    public record Ports(
            ConnectionStore connections,
            MappingStore mappings,
            ProvisioningStores stores,
            JournalStore journal,
            SecretStore secrets,
            Product product,
            Supplier<ResourceType> users,
            Supplier<Foresight> foresight,
            Locks locks,
            Background background,
            Clock clock,
            Supplier<String> ids,
            ShortMemory<String, Long> versions) {}

    public static MappingDesk of(Ports ports) {
        SigningKey key = new SigningKey(ports.secrets());
        MappingBundles bundles =
                new MappingBundles(ports.mappings(), ports.product().directory(), ports.users(), key);
        AlignmentTasks tasks = new AlignmentTasks(
                ports.connections(),
                ports.stores().alignment().tasks(),
                ports.stores().users(),
                new AdminJournal(ports.journal(), ports.clock()),
                ports.clock(),
                ports.ids(),
                () -> {
                    ports.versions().forget();
                    ports.background().wake();
                });
        Supplier<MappingsInForce> inForce =
                () -> new MappingsInForce(ports.mappings(), ports.users().get(), ports.versions());
        return new MappingDesk(
                new MappingAdmin(ports.connections(), ports.mappings(), bundles, tasks, key),
                new MappingPreviews(new MappingPreviews.Parts(
                        ports.connections(),
                        ports.stores().users(),
                        bundles,
                        ports.users(),
                        inForce,
                        ports.foresight(),
                        ports.background(),
                        ports.clock())),
                tasks,
                new MembershipReasons(
                        ports.connections(),
                        ports.stores(),
                        ports.journal(),
                        ports.product(),
                        inForce,
                        ports.foresight()),
                new ParkedMemberQueries(
                        ports.connections(),
                        ports.stores().memberships(),
                        ports.stores().groups()),
                key,
                new DailyComparison(
                        ports.connections(),
                        ports.mappings(),
                        ports.stores().alignment().tasks(),
                        tasks,
                        ports.locks(),
                        ports.clock()));
    }
}
