package com.atlassian.confluence.security;

import java.util.List;

/** What is permitted to whom. */
public interface SpacePermissionManager {
    List<SpacePermission> getGlobalPermissions(String permissionType);
}
