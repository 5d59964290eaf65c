package com.atlassian.crowd.model.group;

import com.atlassian.crowd.model.DirectoryEntity;

/** A group as a directory holds it; not an embedded-API group. */
public interface Group extends DirectoryEntity, Comparable<Group> {
    GroupType getType();

    boolean isActive();

    String getDescription();

    String getExternalId();
}
