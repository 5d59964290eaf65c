package org.scimsuite.core.directory;

/**
 * The fields of a user that a directory can hold. No field is {@code null}; an empty string is "no value".
 *
 * @param active whether the person may log in
 */
public record DirectoryUserProfile(
        String name, String firstName, String lastName, String displayName, String email, Activation active) {

    /** Whether a person may log in. */
    public enum Activation {
        ACTIVE,
        INACTIVE;

        public static Activation of(boolean active) {
            return active ? ACTIVE : INACTIVE;
        }

        public boolean isActive() {
            return this == ACTIVE;
        }
    }

    public DirectoryUserProfile withName(String newName) {
        return new DirectoryUserProfile(newName, firstName, lastName, displayName, email, active);
    }

    public DirectoryUserProfile withActive(Activation newActive) {
        return new DirectoryUserProfile(name, firstName, lastName, displayName, email, newActive);
    }
}
