package com.atlassian.bitbucket.ssh;

import com.atlassian.bitbucket.user.ApplicationUser;

/** The SSH keys that let users in. */
public interface SshKeyService {
    void removeAllForUser(ApplicationUser user);
}
