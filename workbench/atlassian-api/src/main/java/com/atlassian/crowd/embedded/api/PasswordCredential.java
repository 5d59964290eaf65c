package com.atlassian.crowd.embedded.api;

import java.io.Serializable;

/** A password, plain or encrypted. */
public class PasswordCredential implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String credential;

    public PasswordCredential(String credential) {
        this.credential = credential;
    }

    public static PasswordCredential unencrypted(String credential) {
        return new PasswordCredential(credential);
    }

    public String getCredential() {
        return credential;
    }
}
