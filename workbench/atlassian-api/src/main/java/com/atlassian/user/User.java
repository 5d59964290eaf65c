package com.atlassian.user;

/** A user as Confluence's older interfaces see it. */
public interface User extends Entity {
    String getFullName();

    String getEmail();
}
