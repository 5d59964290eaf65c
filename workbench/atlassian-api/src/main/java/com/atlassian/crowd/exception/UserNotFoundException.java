package com.atlassian.crowd.exception;

/** No user of that name. */
public class UserNotFoundException extends ObjectNotFoundException {
    private static final long serialVersionUID = 1L;

    public UserNotFoundException(String message) {
        super(message);
    }

    public UserNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
