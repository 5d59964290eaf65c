package com.atlassian.crowd.embedded.api;

import java.util.Set;

/** Named values of a directory entity. */
public interface Attributes {
    Set<String> getValues(String key);

    String getValue(String key);

    Set<String> getKeys();

    boolean isEmpty();
}
