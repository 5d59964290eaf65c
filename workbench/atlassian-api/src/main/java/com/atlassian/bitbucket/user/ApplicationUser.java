package com.atlassian.bitbucket.user;

/** A user of Bitbucket. */
public interface ApplicationUser {
    int getId();
}
