package com.atlassian.crowd.exception;

/** The thing exists. */
public class ObjectAlreadyExistsException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public ObjectAlreadyExistsException(String message) {
        super(message);
    }

    public ObjectAlreadyExistsException(String message, Throwable cause) {
        super(message, cause);
    }
}
