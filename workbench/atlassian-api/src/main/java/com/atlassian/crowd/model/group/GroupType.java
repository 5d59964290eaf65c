package com.atlassian.crowd.model.group;

/** What kind of group it is. */
public enum GroupType {
    GROUP,
    LEGACY_ROLE
}
