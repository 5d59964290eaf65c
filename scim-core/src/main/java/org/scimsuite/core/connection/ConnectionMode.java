package org.scimsuite.core.connection;

/** What a connection does with what the identity provider sends. */
public enum ConnectionMode {
    /** Requests are carried out. */
    LIVE,
    /** Every SCIM request is answered 503 with {@code Retry-After}; nothing changes. */
    PAUSED
}
