package org.scimsuite.core.directory;

/** A group as a directory holds it. Groups have no id that survives a rename everywhere, so the name is what they are known by. */
public record DirectoryGroup(long directoryId, String name) {

    /** The name in the form that identifies the group: two groups of one directory never share it. */
    public String nameKey() {
        return nameKey(name);
    }

    /** Crowd compares the names of groups as it does those of users. */
    public static String nameKey(String name) {
        return DirectoryUser.nameKey(name);
    }
}
