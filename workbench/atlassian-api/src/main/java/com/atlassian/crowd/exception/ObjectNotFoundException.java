package com.atlassian.crowd.exception;

/** The thing does not exist. */
public class ObjectNotFoundException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public ObjectNotFoundException(String message) {
        super(message);
    }

    public ObjectNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
