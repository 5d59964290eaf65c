package com.atlassian.user;

/** A change of a user or group that did not work. */
public class EntityException extends Exception {
    private static final long serialVersionUID = 1L;

    public EntityException(String message) {
        super(message);
    }
}
