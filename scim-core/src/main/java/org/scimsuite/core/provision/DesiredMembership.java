package org.scimsuite.core.provision;

import java.util.List;
import org.scimsuite.core.mapping.GroupRule.Missing;

/**
 * That a person shall be in a local group, and why.
 *
 * @param localGroup as the first rule that asks for it spells it
 * @param missing what happens when there is no such group; {@code CREATE} when one of the rules says so
 * @param reasons at least one
 */
public record DesiredMembership(String localGroup, Missing missing, List<Reason> reasons) {

    public DesiredMembership {
        reasons = List.copyOf(reasons);
    }

    /** What asks for a membership. */
    public sealed interface Reason {

        /** The name of the rule in the mapping. */
        String rule();

        /**
         * The person is in a group of the provider, directly or through nested groups.
         *
         * @param groupId the SCIM id of the group that the rule maps
         */
        record ThroughGroup(String groupId, String rule) implements Reason {}

        /** What is recorded of the person meets a rule for users. */
        record ByUserRule(String rule) implements Reason {}
    }
}
