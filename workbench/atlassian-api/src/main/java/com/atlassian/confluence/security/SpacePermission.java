package com.atlassian.confluence.security;

/** That somebody may do something. */
public class SpacePermission {

    private final String group;

    private SpacePermission(String group) {
        this.group = group;
    }

    // for the stand-in, which has to make what a plugin reads
    public static SpacePermission standIn(String group) {
        return new SpacePermission(group);
    }

    public String getGroup() {
        return group;
    }
}
