package org.scimsuite.workbench.host.product.jira;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import java.util.Set;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.product.GroupName;
import org.scimsuite.workbench.host.product.Product;

/** One application with a licence; as in Jira, administrators can use it because their group is among its groups. */
final class StandInApplications implements ApplicationRoleManager {

    /** Jira's word for any number. */
    static final int UNLIMITED = -1;

    private final StandInCrowd crowd;
    private volatile int seats = UNLIMITED;

    StandInApplications(StandInCrowd crowd) {
        this.crowd = crowd;
    }

    void license(int numberOfSeats) {
        seats = numberOfSeats;
    }

    @Override
    public Set<ApplicationRole> getRoles() {
        return Set.of(new Role(
                ApplicationKey.valueOf("jira-software"),
                "Jira Software",
                Set.of(new GroupName(Product.JIRA.users()), new GroupName(Product.JIRA.administrators())),
                seats));
    }

    @Override
    public int getUserCount(ApplicationKey key) {
        return getRoles().stream()
                .filter(role -> role.getKey().equals(key))
                .mapToInt(role -> crowd.activeIn(
                        role.getGroups().stream().map(Group::getName).toList()))
                .sum();
    }

    private record Role(ApplicationKey getKey, String getName, Set<Group> getGroups, int getNumberOfSeats)
            implements ApplicationRole {}
}
