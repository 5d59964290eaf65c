package com.atlassian.bitbucket.util;

/** One page of a list. */
public interface Page<T> {
    Iterable<T> getValues();

    boolean getIsLastPage();

    PageRequest getNextPageRequest();
}
