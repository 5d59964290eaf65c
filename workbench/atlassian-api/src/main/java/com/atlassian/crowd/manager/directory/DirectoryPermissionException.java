package com.atlassian.crowd.manager.directory;

import com.atlassian.crowd.exception.PermissionException;

/** The directory does not allow the operation. */
public class DirectoryPermissionException extends PermissionException {
    private static final long serialVersionUID = 1L;

    public DirectoryPermissionException(String message) {
        super(message);
    }

    public DirectoryPermissionException(String message, Throwable cause) {
        super(message, cause);
    }
}
