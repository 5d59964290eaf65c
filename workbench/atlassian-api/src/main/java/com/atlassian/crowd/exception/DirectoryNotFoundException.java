package com.atlassian.crowd.exception;

/** No directory of that id. */
public class DirectoryNotFoundException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public DirectoryNotFoundException(String message) {
        super(message);
    }

    public DirectoryNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
