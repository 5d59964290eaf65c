package com.atlassian.crowd.exception;

/** No directory permits the operation. */
public class OperationNotPermittedException extends CrowdException {
    private static final long serialVersionUID = 1L;

    public OperationNotPermittedException(String message, Throwable cause) {
        super(message, cause);
    }
}
