package org.scimsuite.core.mapping;

/**
 * Choices where there is no right answer for everybody.
 *
 * @param found a membership that a rule asks for and that somebody had given before
 * @param renamed the provider renames a group
 * @param emptied a local group that we made loses its last reason to exist
 * @param inactive a person is deactivated
 */
public record GroupPolicies(Found found, Renamed renamed, Emptied emptied, Inactive inactive) {

    /** Nothing is taken away that somebody else may count on. */
    public static final GroupPolicies CAREFUL =
            new GroupPolicies(Found.KEEP, Renamed.KEEP_LOCAL_GROUP, Emptied.KEEP, Inactive.KEEP_GROUPS);

    /** What becomes of a membership that was there before, when the last rule that asks for it no longer does. */
    public enum Found {
        /** It stays. */
        KEEP,
        /** It ends, as if we had given it. */
        TAKE_OVER,
        /** It stays, and is listed for the administrator. */
        REPORT
    }

    /** What becomes of a local group that a rule has named after the provider's group. */
    public enum Renamed {
        /** It stays the group of those people: products attach permissions to the name. */
        KEEP_LOCAL_GROUP,
        /** The people move to the local group of the new name. */
        FOLLOW
    }

    /** What becomes of a local group that no rule asks for any more. */
    public enum Emptied {
        KEEP,
        /** It is removed, if it was made by us and has no member left. */
        REMOVE
    }

    /** What becomes of the local groups of a person who is deactivated. */
    public enum Inactive {
        KEEP_GROUPS,
        /** All that we gave end, which frees seats; they come back with the person. */
        WITHDRAW_GROUPS
    }
}
