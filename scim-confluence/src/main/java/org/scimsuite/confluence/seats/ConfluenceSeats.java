package org.scimsuite.confluence.seats;

import com.atlassian.confluence.security.SpacePermission;
import com.atlassian.confluence.security.SpacePermissionManager;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.license.LicenseHandler;
import com.atlassian.sal.api.license.ProductLicense;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seats of Confluence's licence: taken by everybody active who "can use" Confluence by a group. Confluence counts them each time it is asked; for a
 * licence without a limit a count of the last minutes will do.
 *
 * <p>How far proven: the count as public plugins call it, and by Confluence's javadoc 5.8 to 10.0; the permissions by the javadoc 5.5; the licence's interfaces by
 * SAL's javadoc 4 and 6, their members in part from memory.
 */
public final class ConfluenceSeats implements SeatPort {

    private static final Logger LOG = LoggerFactory.getLogger(ConfluenceSeats.class);

    /** Confluence's word for the permission "can use". */
    private static final String USE_CONFLUENCE = "USECONFLUENCE";

    private static final Duration ROUGHLY = Duration.ofMinutes(5);

    private final HostServices services;
    private volatile Optional<Count> counted = Optional.empty();

    public ConfluenceSeats(HostServices services) {
        this.services = services;
    }

    @Override
    public List<SeatPool> pools() {
        try {
            return services.require(TransactionTemplate.class).execute(this::read);
        } catch (RuntimeException e) {
            LOG.warn("Confluence does not say how many seats its licence has; none are counted", e);
            return List.of();
        }
    }

    private List<SeatPool> read() {
        List<ProductLicense> licences = services.require(LicenseHandler.class).getAllProductLicenses().stream()
                .flatMap(licence -> licence.getProductLicenses().stream())
                .toList();
        if (licences.size() != 1) {
            // Confluence has one; which of several would count is not known
            return List.of();
        }
        ProductLicense licence = licences.get(0);
        return List.of(
                licence.isUnlimitedNumberOfUsers()
                        ? new SeatPool(
                                "Confluence",
                                OptionalInt.empty(),
                                counted.filter(Count::isFresh)
                                        .orElseGet(this::count)
                                        .people(),
                                groupKeys())
                        : new SeatPool(
                                "Confluence",
                                OptionalInt.of(licence.getNumberOfUsers()),
                                count().people(),
                                groupKeys()));
    }

    /** How many people had a seat, and when, by the clock of the JVM. */
    private record Count(int people, long nanoTime) {
        boolean isFresh() {
            return System.nanoTime() - nanoTime < ROUGHLY.toNanos();
        }
    }

    private Count count() {
        Count now = new Count(services.require(UserAccessor.class).countLicenseConsumingUsers(), System.nanoTime());
        counted = Optional.of(now);
        return now;
    }

    private Set<String> groupKeys() {
        return services.require(SpacePermissionManager.class).getGlobalPermissions(USE_CONFLUENCE).stream()
                .map(SpacePermission::getGroup)
                .filter(Objects::nonNull)
                .map(DirectoryGroup::nameKey)
                .collect(Collectors.toSet());
    }
}
