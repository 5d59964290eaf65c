package com.atlassian.crowd.exception;

/** The group cannot be changed. */
public class ReadOnlyGroupException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public ReadOnlyGroupException(String message) {
        super(message);
    }

    public ReadOnlyGroupException(String message, Throwable cause) {
        super(message, cause);
    }
}
