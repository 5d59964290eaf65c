package com.atlassian.crowd.exception;

/** The directory has no nested groups. */
public class NestedGroupsNotSupportedException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public NestedGroupsNotSupportedException(String message) {
        super(message);
    }

    public NestedGroupsNotSupportedException(String message, Throwable cause) {
        super(message, cause);
    }
}
