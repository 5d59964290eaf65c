package com.atlassian.bitbucket.permission;

/** A group and a permission that was given to it. */
public interface PermittedGroup {
    String getGroup();

    Permission getPermission();
}
