package org.scimsuite.core.directory;

/** Why a directory did not do what it was asked. The message is fit for an IdP admin: no class names, no internals. */
public abstract sealed class DirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DirectoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The directory was removed or switched off. */
    public static final class DirectoryGone extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public DirectoryGone(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** There is no user of that name. */
    public static final class UserNotFound extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public UserNotFound(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The name is taken. */
    public static final class UserExists extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public UserExists(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The directory refuses the name or one of the values. */
    public static final class InvalidUser extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public InvalidUser(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** There is no group of that name. */
    public static final class GroupNotFound extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public GroupNotFound(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The name of the group is taken. */
    public static final class GroupExists extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public GroupExists(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The directory refuses the name of the group. */
    public static final class InvalidGroup extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public InvalidGroup(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The directory is read-only, or forbids this operation. */
    public static final class NotPermitted extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public NotPermitted(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Anything that may pass: a database or a remote directory out of reach. The request may be sent again. */
    public static final class Unavailable extends DirectoryException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
