package com.atlassian.crowd.exception;

/** The membership exists. */
public class MembershipAlreadyExistsException extends ObjectAlreadyExistsException {
    private static final long serialVersionUID = 1L;

    public MembershipAlreadyExistsException(String message) {
        super(message);
    }

    public MembershipAlreadyExistsException(String message, Throwable cause) {
        super(message, cause);
    }
}
