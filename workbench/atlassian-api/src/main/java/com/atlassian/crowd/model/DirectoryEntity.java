package com.atlassian.crowd.model;

/** Anything that lives in a directory under a name. */
public interface DirectoryEntity {
    long getDirectoryId();

    String getName();

    @Override
    boolean equals(Object o);

    @Override
    int hashCode();
}
