package com.atlassian.crowd.exception.runtime;

/** The user is not a member of the group. The embedded API does not make callers declare it. */
public class MembershipNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Not the product's constructor: nobody outside Crowd makes one. */
    public MembershipNotFoundException(String message) {
        super(message);
    }
}
