package com.atlassian.crowd.manager.authentication;

import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.UserNotFoundException;

/** The sessions of single sign-on. */
public interface TokenAuthenticationManager {
    /** Ends all of a user's sessions but one, as an application means the user; {@code null} spares none. */
    void invalidateTokensForUser(String username, String exclusionToken, String applicationName)
            throws UserNotFoundException, ApplicationNotFoundException;
}
