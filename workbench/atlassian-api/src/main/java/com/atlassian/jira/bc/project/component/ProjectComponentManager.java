package com.atlassian.jira.bc.project.component;

import java.util.Collection;

/** The components of all projects. */
public interface ProjectComponentManager {
    Collection<ProjectComponent> findComponentsByLead(String userName);

    ProjectComponent update(MutableProjectComponent component);
}
