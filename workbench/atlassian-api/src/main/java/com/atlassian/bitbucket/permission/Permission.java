package com.atlassian.bitbucket.permission;

/** Some of Bitbucket's permissions. */
public enum Permission {
    LICENSED_USER,
    ADMIN,
    SYS_ADMIN
}
