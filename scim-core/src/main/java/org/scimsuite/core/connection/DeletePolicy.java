package org.scimsuite.core.connection;

/** What a SCIM DELETE does to the person in the directory (RFC 7644 §3.6 leaves that to the server). */
public enum DeletePolicy {
    /** The person is made inactive and kept, with all history; the default. */
    DEACTIVATE,
    /** The person is removed from the directory. */
    REMOVE
}
