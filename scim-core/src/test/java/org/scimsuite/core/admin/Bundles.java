package org.scimsuite.core.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scimsuite.core.bundle.BundleWriter;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Table.Entry;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.mapping.UserMapping;

/** Bundles for tests. */
final class Bundles {

    private Bundles() {}

    static GroupRule table(String group, String localGroup) {
        return new GroupRule.Table(
                "Teams", List.of(new Entry(List.of(group), List.of(localGroup))), Missing.CREATE, Then.STOP);
    }

    static byte[] of(GroupRule... rules) {
        return of(List.of(rules), List.of());
    }

    static byte[] of(List<GroupRule> rules, List<UserGroupRule> userRules) {
        return bytes(bundle(rules, userRules));
    }

    static MappingBundle bundle(List<GroupRule> rules, List<UserGroupRule> userRules) {
        return MappingBundle.of(
                "Internal",
                new Mapping(
                        new GroupMapping(rules, userRules, Protection.ADMINISTRATORS, GroupPolicies.CAREFUL),
                        UserMapping.PLAIN));
    }

    static byte[] bytes(MappingBundle bundle) {
        return BundleWriter.write(bundle).getBytes(StandardCharsets.UTF_8);
    }
}
