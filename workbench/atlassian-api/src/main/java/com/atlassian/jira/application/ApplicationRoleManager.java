package com.atlassian.jira.application;

import com.atlassian.application.api.ApplicationKey;
import java.util.Set;

/** The applications of Jira that have a licence, be it an exceeded one. */
public interface ApplicationRoleManager {
    Set<ApplicationRole> getRoles();

    int getUserCount(ApplicationKey key);
}
