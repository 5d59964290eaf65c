package com.atlassian.crowd.exception;

/** The membership would be circular or otherwise invalid. */
public class InvalidMembershipException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public InvalidMembershipException(String message) {
        super(message);
    }

    public InvalidMembershipException(String message, Throwable cause) {
        super(message, cause);
    }
}
