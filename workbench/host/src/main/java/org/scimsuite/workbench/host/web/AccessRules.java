package org.scimsuite.workbench.host.web;

import com.atlassian.annotations.security.UnrestrictedAccess;

/** The products' default: what is not opened by an annotation is closed to anonymous visitors. */
public final class AccessRules {

    private AccessRules() {}

    /** Whether the class of a servlet or filter is open to everyone. */
    public static boolean isUnrestricted(Class<?> module) {
        return module.isAnnotationPresent(UnrestrictedAccess.class);
    }
}
