package com.atlassian.seraph.spi.rememberme;

/** Where a product keeps what "remember me" cookies are compared with. */
public interface RememberMeTokenDao {
    void removeAllForUser(String username);
}
