package com.atlassian.jira.application;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import java.util.Set;

/** Who may use an application of Jira, and how many its licence lets in. */
public interface ApplicationRole {
    ApplicationKey getKey();

    String getName();

    Set<Group> getGroups();

    int getNumberOfSeats();
}
