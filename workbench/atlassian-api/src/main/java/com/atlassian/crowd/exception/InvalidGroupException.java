package com.atlassian.crowd.exception;

/** The directory refuses a value of the group, or the group exists. */
public class InvalidGroupException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public InvalidGroupException(String message) {
        super(message);
    }

    public InvalidGroupException(String message, Throwable cause) {
        super(message, cause);
    }
}
