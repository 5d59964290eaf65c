package org.scimsuite.core.directory;

/**
 * A window on an ordered list.
 *
 * @param offset how many entries to leave out, from 0
 * @param limit how many entries at the most, from 1
 */
public record DirectoryPage(int offset, int limit) {

    public DirectoryPage {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    public DirectoryPage next() {
        return new DirectoryPage(offset + limit, limit);
    }
}
