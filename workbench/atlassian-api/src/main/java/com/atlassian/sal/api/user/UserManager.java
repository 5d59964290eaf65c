package com.atlassian.sal.api.user;

/** Who is logged in, and what may that person do. The methods that take a servlet request are left out on purpose. */
public interface UserManager {
    UserKey getRemoteUserKey();

    /** Null when nobody is logged in. */
    UserProfile getRemoteUser();

    /** Null when there is nobody of that name. */
    UserProfile getUserProfile(String username);

    boolean isSystemAdmin(UserKey userKey);
}
