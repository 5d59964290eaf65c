package org.scimsuite.atlassian.sal;

import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory.Administrators;

/**
 * Who administers the product, as SAL tells it of a person. It tells nothing of groups, so those are known by the names that the
 * product gives them.
 */
public final class ProductAdministrators implements Administrators {

    private final Supplier<UserManager> userManager;
    private final List<String> groups;

    /**
     * @param userManager looked up for each call
     * @param groups that the product makes for its administrators when it is installed
     */
    public ProductAdministrators(Supplier<UserManager> userManager, List<String> groups) {
        this.userManager = userManager;
        this.groups = List.copyOf(groups);
    }

    @Override
    public Collection<String> groups() {
        return groups;
    }

    @Override
    public boolean isAdministrator(String userName) {
        UserManager users = userManager.get();
        UserProfile profile = users.getUserProfile(userName);
        return profile != null && users.isSystemAdmin(profile.getUserKey());
    }
}
