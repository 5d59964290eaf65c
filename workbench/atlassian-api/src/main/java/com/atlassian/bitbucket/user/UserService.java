package com.atlassian.bitbucket.user;

/** Bitbucket's users. */
public interface UserService {
    /** Null when there is none; one who is not active is found only if {@code inactive}. */
    ApplicationUser getUserByName(String username, boolean inactive);
}
