package org.scimsuite.core.directory;

import java.util.Locale;
import java.util.Optional;

/**
 * A user as a directory holds it.
 *
 * @param externalId the directory's own stable id, which survives a rename; empty where the directory has none
 */
public record DirectoryUser(long directoryId, Optional<String> externalId, DirectoryUserProfile profile) {

    public String name() {
        return profile.name();
    }

    public boolean isActive() {
        return profile.active().isActive();
    }

    /** The name in the form that identifies the user: two users of one directory never share it. */
    public String nameKey() {
        return nameKey(name());
    }

    /** Crowd compares names by their lower-case form, independent of the machine's locale. */
    public static String nameKey(String name) {
        return name.toLowerCase(Locale.ENGLISH);
    }
}
