package com.atlassian.crowd.exception;

/** The directory refuses the password. */
public class InvalidCredentialException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public InvalidCredentialException(String message) {
        super(message);
    }

    public InvalidCredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
