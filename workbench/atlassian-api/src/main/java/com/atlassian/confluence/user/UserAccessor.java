package com.atlassian.confluence.user;

import com.atlassian.user.EntityException;
import com.atlassian.user.User;

/** Confluence's users as the product sees them: each name once, whichever directory it is from. */
public interface UserAccessor {
    ConfluenceUser getUserByName(String name);

    ConfluenceUser renameUser(ConfluenceUser user, String newUsername) throws EntityException;

    void deactivateUser(User user);

    void reactivateUser(User user);

    int countLicenseConsumingUsers();
}
