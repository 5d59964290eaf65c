package com.atlassian.bitbucket.user;

import com.atlassian.bitbucket.permission.Permission;

/** Gives work more rights than the caller has. */
public interface SecurityService {
    EscalatedSecurityContext withPermission(Permission permission, String reason);
}
