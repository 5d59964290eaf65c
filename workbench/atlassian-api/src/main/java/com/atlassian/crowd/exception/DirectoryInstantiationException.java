package com.atlassian.crowd.exception;

/** The directory cannot be loaded. */
public class DirectoryInstantiationException extends OperationFailedException {
    private static final long serialVersionUID = 1L;

    public DirectoryInstantiationException(String message) {
        super(message);
    }

    public DirectoryInstantiationException(String message, Throwable cause) {
        super(message, cause);
    }
}
