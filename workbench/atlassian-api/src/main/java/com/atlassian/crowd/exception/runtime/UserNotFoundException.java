package com.atlassian.crowd.exception.runtime;

/** There is no user of that name. The embedded API does not make callers declare it. */
public class UserNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Not the product's constructor: nobody outside Crowd makes one. */
    public UserNotFoundException(String message) {
        super(message);
    }
}
