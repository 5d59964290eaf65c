package org.scimsuite.workbench.host.product.jira;

import com.atlassian.jira.user.ApplicationUser;
import org.scimsuite.workbench.host.directory.UserRow;

/** A user with the key that Jira gives to everybody since 8.4: a number, which a rename does not touch. */
record JiraUser(String getKey, String getName, boolean isActive) implements ApplicationUser {

    private static final long FIRST_NUMBER = 10_000;

    static JiraUser of(UserRow row) {
        return new JiraUser("JIRAUSER" + (FIRST_NUMBER + row.id()), row.name(), row.active());
    }
}
