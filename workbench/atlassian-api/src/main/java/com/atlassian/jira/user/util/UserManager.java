package com.atlassian.jira.user.util;

import com.atlassian.jira.user.ApplicationUser;

/** Jira's users. */
public interface UserManager {
    ApplicationUser getUserByName(String userName);
}
