package com.atlassian.crowd.exception;

/** No group of that name. */
public class GroupNotFoundException extends ObjectNotFoundException {
    private static final long serialVersionUID = 1L;

    public GroupNotFoundException(String message) {
        super(message);
    }

    public GroupNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
