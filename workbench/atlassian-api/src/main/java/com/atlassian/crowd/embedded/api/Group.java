package com.atlassian.crowd.embedded.api;

/** A group as the embedded API sees it; it does not say in which directory it is. */
public interface Group extends Comparable<Group> {
    String getName();

    @Override
    boolean equals(Object o);

    @Override
    int hashCode();

    @Override
    int compareTo(Group other);
}
