package com.atlassian.bitbucket.util;

/** A wanted page. */
public class PageRequestImpl implements PageRequest {
    private final int start;
    private final int limit;

    public PageRequestImpl(int start, int limit) {
        this.start = start;
        this.limit = limit;
    }

    @Override
    public int getStart() {
        return start;
    }

    @Override
    public int getLimit() {
        return limit;
    }
}
