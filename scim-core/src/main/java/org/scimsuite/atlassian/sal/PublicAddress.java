package org.scimsuite.atlassian.sal;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.net.URI;

/** Where the outside world reaches the product: the base URL that its admin has set, not what a request claims. */
public final class PublicAddress {

    /** Below the base URL, the same in every product. */
    public static final String SCIM_PATH = "/plugins/servlet/scim/v2";

    private final ApplicationProperties properties;

    public PublicAddress(ApplicationProperties properties) {
        this.properties = properties;
    }

    /** Without a trailing slash, with the context path. */
    public String baseUrl() {
        String url = properties.getBaseUrl(UrlMode.CANONICAL);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** What an IdP admin enters as the SCIM base URL; without a trailing slash. */
    public String scimBaseUri() {
        return baseUrl() + SCIM_PATH;
    }

    /** Scheme, host and port, as a browser sends them in {@code Origin}. */
    public String origin() {
        URI uri = URI.create(baseUrl());
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
