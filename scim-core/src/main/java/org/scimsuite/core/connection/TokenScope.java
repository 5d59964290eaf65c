package org.scimsuite.core.connection;

/** What the holder of a token may do (RFC 7644 §2). */
public enum TokenScope {
    /** Look people up, and nothing else: whatever would change something is answered 403. */
    READ,
    /** Look up, create, change and delete. */
    WRITE
}
