package com.atlassian.crowd.exception;

/** The directory refuses a value of the user. */
public class InvalidUserException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public InvalidUserException(String message) {
        super(message);
    }

    public InvalidUserException(String message, Throwable cause) {
        super(message, cause);
    }
}
