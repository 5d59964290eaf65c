package org.scimsuite.workbench.host.product.confluence;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.EntityException;
import com.atlassian.user.User;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.directory.UserRow;
import org.scimsuite.workbench.host.product.Product;

/**
 * Confluence's view of people: each name once, of the first directory that has it, with a key that a rename leaves as it is. Whether it works for a
 * request that nobody is logged in to is open, so both can be had. It writes to the same directories as everybody, and fails when they do.
 */
final class StandInAccounts implements UserAccessor {

    private final StandInCrowd crowd;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Access access = Access.OPEN;

    enum Access {
        /** It does what it is asked. */
        OPEN,
        /** It refuses who is no administrator, which nobody is in a request of a provider. */
        ADMINISTRATORS
    }

    StandInAccounts(StandInCrowd crowd) {
        this.crowd = crowd;
    }

    void access(Access wanted) {
        access = wanted;
    }

    /** What it was asked to change and has changed, latest last. */
    List<String> calls() {
        return calls;
    }

    /** As much of a user as pages know. */
    private record Account(String getName, UserKey getKey, String getFullName, String getEmail)
            implements ConfluenceUser {}

    static String key(UserRow row) {
        return String.format("8a7f8080%024x", row.id());
    }

    @Override
    public ConfluenceUser getUserByName(String name) {
        return crowd.effective(name)
                .map(row -> new Account(row.name(), new UserKey(key(row)), row.displayName(), row.email()))
                .orElse(null);
    }

    @Override
    public ConfluenceUser renameUser(ConfluenceUser user, String newUsername) throws EntityException {
        admit();
        try {
            UserRow row = row(user);
            crowd.directoryManager().renameUser(row.directoryId(), row.name(), newUsername);
        } catch (CrowdException | PermissionException e) {
            throw new EntityException(e.getMessage());
        }
        calls.add("rename " + user.getName() + " " + newUsername);
        return getUserByName(newUsername);
    }

    @Override
    public void deactivateUser(User user) {
        setActive(user, "deactivate");
    }

    @Override
    public void reactivateUser(User user) {
        setActive(user, "reactivate");
    }

    private void setActive(User user, String call) {
        admit();
        UserRow row = row(user);
        try {
            UserTemplate template =
                    new UserTemplate(crowd.directoryManager().findUserByName(row.directoryId(), row.name()));
            template.setActive(call.equals("reactivate"));
            crowd.directoryManager().updateUser(row.directoryId(), template);
        } catch (CrowdException | PermissionException e) {
            throw new IllegalStateException(e);
        }
        calls.add(call + " " + row.name());
    }

    private UserRow row(User user) {
        return crowd.effective(user.getName())
                .orElseThrow(() -> new IllegalStateException("There is nobody called " + user.getName()));
    }

    private void admit() {
        if (access == Access.ADMINISTRATORS) {
            throw new IllegalStateException("Not permitted");
        }
    }

    @Override
    public int countLicenseConsumingUsers() {
        return crowd.activeIn(List.of(Product.CONFLUENCE.users(), Product.CONFLUENCE.administrators()));
    }
}
