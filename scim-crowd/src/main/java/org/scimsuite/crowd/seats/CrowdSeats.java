package org.scimsuite.crowd.seats;

import com.atlassian.crowd.manager.license.CrowdLicenseManager;
import com.atlassian.extras.api.crowd.CrowdLicense;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.scimsuite.atlassian.crowd.NestedGroups;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.crowd.applications.CrowdApplications;
import org.scimsuite.crowd.applications.CrowdApplications.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seats of Crowd's licence. Whoever may log in to any application takes one: everybody of a directory that an application lets in whole,
 * and the members of the groups that it lets in otherwise. Crowd counts the people itself, from time to time.
 *
 * <p>How far proven: signatures by Crowd's javadoc 2.5 to 6.2 and an open-source plugin.
 */
public final class CrowdSeats implements SeatPort {

    private static final Logger LOG = LoggerFactory.getLogger(CrowdSeats.class);
    private static final String NAME = "Crowd";

    private final HostServices services;
    private final CrowdApplications applications;

    public CrowdSeats(HostServices services, CrowdApplications applications) {
        this.services = services;
        this.applications = applications;
    }

    @Override
    public List<SeatPool> pools() {
        try {
            Optional<CrowdLicenseManager> licenses = services.find(CrowdLicenseManager.class);
            return licenses.isPresent() ? List.of(pool(licenses.get())) : List.of();
        } catch (Exception e) {
            // some versions of Crowd declare an exception of their own for the count
            LOG.warn("Crowd does not say how many seats its licence has; none are counted", e);
            return List.of();
        }
    }

    private SeatPool pool(CrowdLicenseManager licenses) throws Exception {
        OptionalInt limit = Optional.ofNullable(licenses.getLicense())
                .map(CrowdLicense::getMaximumNumberOfUsers)
                .filter(seats -> seats >= 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        Set<String> groups = new HashSet<>();
        Set<Long> open = new HashSet<>();
        for (Sight sight : applications.sights()) {
            sight.groups().ifPresentOrElse(groups::addAll, () -> open.add(sight.directoryId()));
        }
        return new SeatPool(
                NAME,
                limit,
                licenses.getCurrentResourceUsageTotal(),
                new NestedGroups(services::find).withDescendants(groups),
                open);
    }
}
