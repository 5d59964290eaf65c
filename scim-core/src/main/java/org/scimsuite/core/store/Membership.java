package org.scimsuite.core.store;

/** That one user or group is a direct member of a group, both by their SCIM ids. */
public record Membership(String groupId, String memberId) {}
