package org.scimsuite.crowd.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.crowd.TestApplications.application;
import static org.scimsuite.crowd.TestApplications.everybody;
import static org.scimsuite.crowd.TestApplications.inactive;
import static org.scimsuite.crowd.TestApplications.members;

import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.license.CrowdLicenseManager;
import com.atlassian.extras.api.crowd.CrowdLicense;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.crowd.TestServices;
import org.scimsuite.crowd.applications.CrowdApplications;

class CrowdSeatsTest {

    private final Map<Class<?>, Object> services = new HashMap<>();
    private int seats = 50;

    @BeforeEach
    void aCrowdWithFortyNinePeople() {
        services.put(ApplicationManager.class, (ApplicationManager) () -> List.of(
                application("wiki", everybody(2)),
                application("jira", members(1, "Users")),
                inactive("old", everybody(3), members(1, "old-users"))));
        services.put(CrowdLicenseManager.class, new CrowdLicenseManager() {
            @Override
            public CrowdLicense getLicense() {
                int now = seats;
                return () -> now;
            }

            @Override
            public int getCurrentResourceUsageTotal() {
                return 49;
            }
        });
    }

    @Test
    void poolsWhenAskedThenWhoMayLogInAnywhereTakesASeat() {
        SeatPool pool = pools().get(0);

        assertThat(pool.free()).isEqualTo(1);
        assertThat(pool.isTakenBy(1, List.of("users"))).isTrue();
        assertThat(pool.isTakenBy(1, List.of("old-users"))).isFalse();
        assertThat(pool.isTakenByAllOf(2)).isTrue();
        assertThat(pool.isTakenByAllOf(3)).isFalse();
    }

    @Test
    void poolsWhenTheLicenceIsForAnyNumberThenNoLimit() {
        seats = -1;

        assertThat(pools().get(0).limit()).isEmpty();
    }

    @Test
    void poolsWhenCrowdDoesNotOfferItsLicenceThenNoneAreCounted() {
        services.remove(CrowdLicenseManager.class);

        assertThat(pools()).isEmpty();
    }

    private List<SeatPool> pools() {
        var offered = TestServices.offering(services);
        return new CrowdSeats(offered, new CrowdApplications(offered)).pools();
    }
}
