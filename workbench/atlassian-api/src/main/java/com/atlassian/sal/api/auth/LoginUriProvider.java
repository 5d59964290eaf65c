package com.atlassian.sal.api.auth;

import java.net.URI;

/** Where to send somebody to log in. */
public interface LoginUriProvider {
    URI getLoginUri(URI returnUri);
}
