package org.scimsuite.core.directory;

/** An operation that a directory may allow or forbid; the names are Crowd's. */
public enum DirectoryOperation {
    CREATE_USER,
    UPDATE_USER,
    DELETE_USER,
    UPDATE_USER_ATTRIBUTE,
    CREATE_GROUP,
    UPDATE_GROUP,
    DELETE_GROUP,
    UPDATE_GROUP_ATTRIBUTE
}
