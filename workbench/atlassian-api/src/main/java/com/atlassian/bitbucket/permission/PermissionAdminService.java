package com.atlassian.bitbucket.permission;

import com.atlassian.bitbucket.util.Page;
import com.atlassian.bitbucket.util.PageRequest;

/** Who has which permission; for administrators. */
public interface PermissionAdminService {
    Page<PermittedGroup> findGroupsWithGlobalPermission(String filter, PageRequest pageRequest);
}
