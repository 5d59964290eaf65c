package org.scimsuite.bitbucket.seats;

import com.atlassian.bitbucket.license.LicenseService;
import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.permission.PermissionAdminService;
import com.atlassian.bitbucket.permission.PermittedGroup;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.util.Page;
import com.atlassian.bitbucket.util.PageRequest;
import com.atlassian.bitbucket.util.PageRequestImpl;
import com.atlassian.extras.api.bitbucket.BitbucketServerLicense;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.scimsuite.atlassian.crowd.NestedGroups;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seats of Bitbucket's licence. Whoever has any global permission takes one: the least of them is the right to use Bitbucket, and every
 * other includes it. Bitbucket counts the people itself, those with a permission of their own among them.
 *
 * <p>How far proven: signatures by Bitbucket's javadoc 9.3 to 10.1 and open-source plugins.
 */
public final class BitbucketSeats implements SeatPort {

    private static final Logger LOG = LoggerFactory.getLogger(BitbucketSeats.class);
    private static final String REASON = "SCIM: counts the seats of the licence before somebody takes one";
    private static final String NAME = "Bitbucket";
    private static final int PAGE = 500;

    private final HostServices services;

    public BitbucketSeats(HostServices services) {
        this.services = services;
    }

    @Override
    public List<SeatPool> pools() {
        try {
            SecurityService security = services.require(SecurityService.class);
            // who counts is no administrator, but the plugin, often without any person at work
            return security.withPermission(Permission.ADMIN, REASON).call(this::counted);
        } catch (RuntimeException e) {
            LOG.warn("Bitbucket does not say how many seats its licence has; none are counted", e);
            return List.of();
        }
    }

    private List<SeatPool> counted() {
        LicenseService licenses = services.require(LicenseService.class);
        BitbucketServerLicense license = licenses.get();
        OptionalInt limit = Optional.ofNullable(license)
                .map(BitbucketServerLicense::getMaximumNumberOfUsers)
                .filter(seats -> seats >= 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        return List.of(new SeatPool(
                NAME,
                limit,
                licenses.getLicensedUsersCount(),
                new NestedGroups(services::find).withDescendants(groups())));
    }

    private Set<String> groups() {
        PermissionAdminService permissions = services.require(PermissionAdminService.class);
        Set<String> groups = new HashSet<>();
        PageRequest next = new PageRequestImpl(0, PAGE);
        while (next != null) {
            Page<PermittedGroup> page = permissions.findGroupsWithGlobalPermission(null, next);
            page.getValues().forEach(group -> groups.add(group.getGroup()));
            next = page.getIsLastPage() ? null : page.getNextPageRequest();
        }
        return groups;
    }
}
