package com.atlassian.jira.project;

/** What shall change in a project; what is not given stays. */
public class UpdateProjectParameters {

    private final Long projectId;
    private String leadUserKey;

    private UpdateProjectParameters(Long projectId) {
        this.projectId = projectId;
    }

    public static UpdateProjectParameters forProject(Long projectId) {
        return new UpdateProjectParameters(projectId);
    }

    public UpdateProjectParameters leadUserKey(String key) {
        leadUserKey = key;
        return this;
    }

    // for the stand-in, which has to read what a plugin wrote
    public Long standInProjectId() {
        return projectId;
    }

    // for the stand-in, which has to read what a plugin wrote
    public String standInLeadUserKey() {
        return leadUserKey;
    }
}
