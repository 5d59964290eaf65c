package org.scimsuite.core.mapping;

import java.util.List;
import java.util.Optional;

/**
 * Local groups for people, whatever groups the provider has.
 *
 * @param name what it is called in previews, reasons and the journal; unique in a mapping
 * @param condition a SCIM filter on the user (RFC 7644 §3.4.2.2), such as {@code department eq "Engineering"}; empty: everybody whom
 *     the provider has written
 */
public record UserGroupRule(
        String name, Optional<String> condition, List<String> localGroups, GroupRule.Missing missing) {
    public UserGroupRule {
        localGroups = List.copyOf(localGroups);
    }
}
