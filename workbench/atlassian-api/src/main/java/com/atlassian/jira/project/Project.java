package com.atlassian.jira.project;

/** A project. */
public interface Project {
    Long getId();

    String getKey();
}
