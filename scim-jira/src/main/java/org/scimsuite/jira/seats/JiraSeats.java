package org.scimsuite.jira.seats;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seats of each application that Jira has a licence for: Jira Software, Jira Service Management and so on. Jira counts the people itself,
 * over all directories, and remembers the number for a while.
 *
 * <p>How far proven: signatures by Jira's javadoc 7.1 to 10.7; that −1 stands for any number by the javadoc of its licences.
 */
public final class JiraSeats implements SeatPort {

    private static final Logger LOG = LoggerFactory.getLogger(JiraSeats.class);

    private final HostServices services;

    public JiraSeats(HostServices services) {
        this.services = services;
    }

    @Override
    public List<SeatPool> pools() {
        try {
            return services.find(ApplicationRoleManager.class)
                    .map(roles -> roles.getRoles().stream()
                            .map(role -> pool(role, roles))
                            .toList())
                    .orElse(List.of());
        } catch (RuntimeException e) {
            LOG.warn("Jira does not say how many seats its applications have; none are counted", e);
            return List.of();
        }
    }

    private static SeatPool pool(ApplicationRole role, ApplicationRoleManager roles) {
        int seats = role.getNumberOfSeats();
        return new SeatPool(
                role.getName(),
                seats < 0 ? OptionalInt.empty() : OptionalInt.of(seats),
                roles.getUserCount(role.getKey()),
                role.getGroups().stream()
                        .map(Group::getName)
                        .map(DirectoryGroup::nameKey)
                        .collect(Collectors.toSet()));
    }
}
