package com.atlassian.crowd.embedded.api;

import java.security.Principal;

/** A user as the embedded API sees it. */
public interface User extends Comparable<User>, Principal {
    long getDirectoryId();

    boolean isActive();

    String getEmailAddress();

    String getDisplayName();

    @Override
    String getName();

    @Override
    boolean equals(Object o);

    @Override
    int hashCode();

    @Override
    int compareTo(User other);
}
