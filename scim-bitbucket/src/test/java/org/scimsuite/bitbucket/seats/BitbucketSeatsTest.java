package org.scimsuite.bitbucket.seats;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bitbucket.license.LicenseService;
import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.permission.PermissionAdminService;
import com.atlassian.bitbucket.permission.PermittedGroup;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.util.Page;
import com.atlassian.bitbucket.util.PageRequest;
import com.atlassian.bitbucket.util.PageRequestImpl;
import com.atlassian.extras.api.bitbucket.BitbucketServerLicense;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.bitbucket.TestSecurity;
import org.scimsuite.bitbucket.TestServices;
import org.scimsuite.core.product.SeatPool;

class BitbucketSeatsTest {

    private static final List<PermittedGroup> GROUPS = List.of(
            new Granted("Stash-Users", Permission.LICENSED_USER),
            new Granted("builders", Permission.LICENSED_USER),
            new Granted("stash-admins", Permission.SYS_ADMIN));

    private final TestSecurity security = new TestSecurity();
    private final Map<Class<?>, Object> services = new HashMap<>();
    private Optional<BitbucketServerLicense> license = Optional.of(() -> 25);

    @BeforeEach
    void aBitbucketWithSeventeenPeople() {
        services.put(SecurityService.class, security);
        services.put(LicenseService.class, new LicenseService() {
            @Override
            public BitbucketServerLicense get() {
                return license.orElse(null);
            }

            @Override
            public int getLicensedUsersCount() {
                return 17;
            }
        });
        services.put(PermissionAdminService.class, (PermissionAdminService) this::twoAtATime);
    }

    private Page<PermittedGroup> twoAtATime(String filter, PageRequest wanted) {
        assertThat(security.current).as("only administrators may ask").contains(Permission.ADMIN);
        int end = Math.min(wanted.getStart() + 2, GROUPS.size());
        return new Shown(GROUPS.subList(wanted.getStart(), end), end);
    }

    @Test
    void poolsWhenAskedThenBitbucketsOwnCountAndTheGroupsOfAllPages() {
        SeatPool pool = pools().get(0);

        assertThat(pool.limit()).hasValue(25);
        assertThat(pool.taken()).isEqualTo(17);
        assertThat(pool.free()).isEqualTo(8);
        assertThat(pool.isTakenBy("stash-users")).isTrue();
        assertThat(pool.isTakenBy("stash-admins")).isTrue();
        assertThat(pool.isTakenBy("readers")).isFalse();
        assertThat(security.asked).containsExactly(Permission.ADMIN);
        assertThat(security.current).isEmpty();
    }

    @Test
    void poolsWhenTheLicenceIsForAnyNumberOrMissingThenNoLimit() {
        license = Optional.of(() -> -1);
        assertThat(pools().get(0).limit()).isEmpty();

        license = Optional.empty();
        assertThat(pools().get(0).limit()).isEmpty();
    }

    @Test
    void poolsWhenBitbucketCannotBeAskedThenNone() {
        services.remove(PermissionAdminService.class);
        assertThat(pools()).isEmpty();

        services.remove(SecurityService.class);
        assertThat(pools()).isEmpty();
    }

    private List<SeatPool> pools() {
        return new BitbucketSeats(TestServices.offering(services)).pools();
    }

    private record Granted(String getGroup, Permission getPermission) implements PermittedGroup {}

    private record Shown(List<PermittedGroup> getValues, int end) implements Page<PermittedGroup> {
        @Override
        public boolean getIsLastPage() {
            return end == GROUPS.size();
        }

        @Override
        public PageRequest getNextPageRequest() {
            return new PageRequestImpl(end, 2);
        }
    }
}
