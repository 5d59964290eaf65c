package com.atlassian.crowd.exception;

/** There is no such application. */
public class ApplicationNotFoundException extends ObjectNotFoundException {
    private static final long serialVersionUID = 1L;

    public ApplicationNotFoundException(String message) {
        super(message);
    }
}
