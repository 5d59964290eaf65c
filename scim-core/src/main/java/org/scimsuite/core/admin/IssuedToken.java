package org.scimsuite.core.admin;

import org.scimsuite.core.connection.AccessToken;

/**
 * A new token.
 *
 * @param text the token itself; exists only here and is to be shown once
 */
public record IssuedToken(String text, AccessToken token) {

    /** Leaves the text out: this may end up in a log. */
    @Override
    public String toString() {
        return "IssuedToken[" + token.id() + "]";
    }
}
