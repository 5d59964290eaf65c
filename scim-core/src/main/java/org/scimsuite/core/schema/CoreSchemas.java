package org.scimsuite.core.schema;

import java.util.List;

/** The resource types of RFC 7643 §4, each declared once. */
public final class CoreSchemas {

    private static final ResourceType USER = new ResourceType(
            "User",
            "/Users",
            "User Account",
            UserSchema.USER,
            List.of(new SchemaExtension(EnterpriseUserSchema.ENTERPRISE_USER, false)));

    private static final ResourceType GROUP =
            new ResourceType("Group", "/Groups", "Group", GroupSchema.GROUP, List.of());

    private CoreSchemas() {}

    /** User with the enterprise extension (RFC 7643 §4.1, §4.3). */
    public static ResourceType user() {
        return USER;
    }

    /** Group (RFC 7643 §4.2). */
    public static ResourceType group() {
        return GROUP;
    }

    /** All of them. */
    public static List<ResourceType> types() {
        return List.of(USER, GROUP);
    }
}
