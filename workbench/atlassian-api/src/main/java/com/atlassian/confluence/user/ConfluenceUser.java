package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.User;

/** A user of Confluence; pages know the key, which stays when the name changes. */
public interface ConfluenceUser extends User {
    UserKey getKey();
}
