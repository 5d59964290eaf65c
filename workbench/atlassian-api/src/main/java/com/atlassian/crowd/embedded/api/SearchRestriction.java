package com.atlassian.crowd.embedded.api;

/** What a search is restricted to. */
public interface SearchRestriction {}
