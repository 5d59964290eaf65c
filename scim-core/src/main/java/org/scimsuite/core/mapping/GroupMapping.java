package org.scimsuite.core.mapping;

import java.util.List;

/**
 * Which local groups people are in.
 *
 * @param rules from groups of the provider to local groups, in order; the first that matches wins unless it says go on
 * @param userRules local groups that people are in whatever groups the provider has
 * @param protection what provisioning never touches
 */
public record GroupMapping(
        List<GroupRule> rules, List<UserGroupRule> userRules, Protection protection, GroupPolicies policies) {

    /** Without rules, so that nothing is carried into local groups. */
    public static final GroupMapping NONE =
            new GroupMapping(List.of(), List.of(), Protection.ADMINISTRATORS, GroupPolicies.CAREFUL);

    public GroupMapping {
        rules = List.copyOf(rules);
        userRules = List.copyOf(userRules);
    }

    /** Whether no rule can put anybody into a group. */
    public boolean isEmpty() {
        return rules.isEmpty() && userRules.isEmpty();
    }
}
