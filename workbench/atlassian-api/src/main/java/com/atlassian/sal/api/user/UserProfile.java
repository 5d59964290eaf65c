package com.atlassian.sal.api.user;

/** What a product tells of a person. */
public interface UserProfile {
    UserKey getUserKey();

    String getUsername();
}
