package org.scimsuite.core.mapping;

/**
 * How what an identity provider says becomes what a directory holds: the settings that an administrator edits, exports and imports.
 *
 * @param groups which local groups people are in
 * @param users what becomes of the attributes of people
 */
public record Mapping(GroupMapping groups, UserMapping users) {

    /** Groups are recorded and no local group is touched; people are as the provider has them. */
    public static final Mapping NONE = new Mapping(GroupMapping.NONE, UserMapping.PLAIN);
}
