package com.atlassian.crowd.exception;

/** No such membership. */
public class MembershipNotFoundException extends ObjectNotFoundException {
    private static final long serialVersionUID = 1L;

    public MembershipNotFoundException(String message) {
        super(message);
    }

    public MembershipNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
