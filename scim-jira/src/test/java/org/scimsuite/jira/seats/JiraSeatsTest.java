package org.scimsuite.jira.seats;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.jira.TestServices;

class JiraSeatsTest {

    private static final int ANY_NUMBER = -1;

    @Test
    void poolsWhenApplicationsHaveALicenceThenOneForEachWithItsGroups() {
        SeatPort seats = seats(new Role("jira-software", "Jira Software", 25, 24), new Role("jira-core", "Jira", 5, 7));

        assertThat(seats.pools())
                .containsExactlyInAnyOrder(
                        new SeatPool("Jira Software", OptionalInt.of(25), 24, Set.of("jira-software-users")),
                        new SeatPool("Jira", OptionalInt.of(5), 7, Set.of("jira-core-users")));
    }

    @Test
    void poolsWhenTheLicenceLetsInAnyNumberThenWithoutLimit() {
        assertThat(seats(new Role("jira-software", "Jira Software", ANY_NUMBER, 4000))
                        .pools())
                .singleElement()
                .extracting(SeatPool::limit, SeatPool::free)
                .containsExactly(OptionalInt.empty(), Integer.MAX_VALUE);
    }

    @Test
    void poolsWhenJiraDoesNotOfferTheServiceOrFailsThenNone() {
        ApplicationRoleManager broken = new Manager(Set.of()) {
            @Override
            public Set<ApplicationRole> getRoles() {
                throw new IllegalStateException("no licence store");
            }
        };

        assertThat(new JiraSeats(TestServices.offering(Map.of())).pools()).isEmpty();
        assertThat(new JiraSeats(TestServices.offering(Map.of(ApplicationRoleManager.class, broken))).pools())
                .isEmpty();
    }

    private static SeatPort seats(Role... roles) {
        return new JiraSeats(TestServices.offering(Map.of(ApplicationRoleManager.class, new Manager(Set.of(roles)))));
    }

    private static class Manager implements ApplicationRoleManager {
        private final Set<Role> roles;

        Manager(Set<Role> roles) {
            this.roles = roles;
        }

        @Override
        public Set<ApplicationRole> getRoles() {
            return Set.copyOf(roles);
        }

        @Override
        public int getUserCount(ApplicationKey key) {
            return roles.stream()
                    .filter(role -> role.getKey().equals(key))
                    .mapToInt(Role::users)
                    .sum();
        }
    }

    private record Role(String key, String getName, int getNumberOfSeats, int users) implements ApplicationRole {
        @Override
        public ApplicationKey getKey() {
            return ApplicationKey.valueOf(key);
        }

        @Override
        public Set<Group> getGroups() {
            return Set.of(new Named(key.toUpperCase(java.util.Locale.ROOT) + "-users"));
        }
    }

    private record Named(String getName) implements Group {
        @Override
        public int compareTo(Group other) {
            return getName.compareTo(other.getName());
        }
    }
}
