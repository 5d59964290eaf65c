package com.atlassian.crowd.exception;

/** What Crowd's checked exceptions have in common. */
public abstract class CrowdException extends Exception {
    private static final long serialVersionUID = 1L;

    protected CrowdException(String message) {
        super(message);
    }

    protected CrowdException(String message, Throwable cause) {
        super(message, cause);
    }
}
