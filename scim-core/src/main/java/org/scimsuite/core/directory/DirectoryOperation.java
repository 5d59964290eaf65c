package org.scimsuite.core.directory;

import java.util.Locale;

/** An operation that a directory may allow or forbid; the names are Crowd's. */
public enum DirectoryOperation {
    CREATE_USER,
    UPDATE_USER,
    DELETE_USER,
    UPDATE_USER_ATTRIBUTE,
    CREATE_GROUP,
    UPDATE_GROUP,
    DELETE_GROUP,
    UPDATE_GROUP_ATTRIBUTE;

    /** For a sentence, such as {@code update user}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
