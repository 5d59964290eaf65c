package org.scimsuite.core.mapping;

import java.util.List;

/**
 * What provisioning never touches. A protected group gets and loses nobody by a rule; a protected person, who is one of {@code users}
 * or a member of a protected group, is not renamed, deactivated or removed.
 *
 * @param groups local groups, by name in any case
 * @param users by their name in the directory in any case: break-glass accounts
 * @param administrators whether the groups of the product's administrators are protected too
 */
public record Protection(List<String> groups, List<String> users, Administrators administrators) {

    /** The product's administrators and nobody else. */
    public static final Protection ADMINISTRATORS = new Protection(List.of(), List.of(), Administrators.PROTECTED);

    public Protection {
        groups = List.copyOf(groups);
        users = List.copyOf(users);
    }

    /** What holds for the product's administrators. */
    public enum Administrators {
        PROTECTED,
        /** They come from the provider like everybody else. */
        PROVISIONED
    }
}
