package com.atlassian.crowd.exception;

/** A user of that name exists. */
public class UserAlreadyExistsException extends ObjectAlreadyExistsException {
    private static final long serialVersionUID = 1L;

    public UserAlreadyExistsException(String message) {
        super(message);
    }

    public UserAlreadyExistsException(String message, Throwable cause) {
        super(message, cause);
    }
}
