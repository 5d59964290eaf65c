package com.atlassian.user;

/** Something with a name. */
public interface Entity {
    String getName();
}
