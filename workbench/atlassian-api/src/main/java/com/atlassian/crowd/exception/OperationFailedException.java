package com.atlassian.crowd.exception;

/** The directory could not do it, for a reason of its own. */
public class OperationFailedException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public OperationFailedException(String message) {
        super(message);
    }

    public OperationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
