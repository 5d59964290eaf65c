package com.atlassian.bitbucket.util;

/** Which page is wanted. */
public interface PageRequest {
    int getStart();

    int getLimit();
}
