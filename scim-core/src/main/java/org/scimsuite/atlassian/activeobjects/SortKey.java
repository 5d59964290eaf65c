package org.scimsuite.atlassian.activeobjects;

import org.scimsuite.core.store.NameOrder;

/**
 * Values of columns whose index holds the records of a connection in {@link NameOrder}, so that pages are ranges of it: a
 * prefix for the connection and the key of the name. Short enough for the index of any database with four bytes for each
 * character.
 */
final class SortKey {

    /** Sorts behind every character of a key. */
    private static final String BEYOND_EVERY_NAME = "x";

    private SortKey() {}

    static String of(String connectionId, String nameKey) {
        return first(connectionId) + NameOrder.key(nameKey);
    }

    /** In front of all names of a connection. Not long enough to tell connections apart for certain. */
    static String first(String connectionId) {
        return KeyHash.of(connectionId).substring(0, 16);
    }

    /** Behind all names of a connection. */
    static String last(String connectionId) {
        return first(connectionId) + BEYOND_EVERY_NAME;
    }
}
