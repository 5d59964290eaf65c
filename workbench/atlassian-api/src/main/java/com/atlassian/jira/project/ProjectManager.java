package com.atlassian.jira.project;

import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

/** The projects, without regard to who asks. */
public interface ProjectManager {
    List<Project> getProjectsLeadBy(ApplicationUser leadUser);

    Project updateProject(UpdateProjectParameters parameters);
}
