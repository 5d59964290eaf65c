package com.atlassian.jira.user;

/** A user of Jira; the key stays when the name changes. */
public interface ApplicationUser {
    String getKey();

    String getName();

    boolean isActive();
}
