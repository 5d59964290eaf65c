package org.scimsuite.workbench.acceptance;

import java.util.List;

/** How the product's own filters treat a request before or after ours see it. */
public enum FrontFilters {
    /** Bearer tokens the product does not know pass; un-annotated classes are redirected to the login page. */
    USUAL("ignore", "on"),
    /** Each unknown bearer token is answered 401. */
    REJECTING_TOKENS("reject", "on"),
    /** Unknown bearer tokens are answered 401 below {@code /rest}. */
    REJECTING_TOKENS_ON_REST("reject-rest", "on"),
    /** Anonymous visitors are welcome, tokens are not. */
    WITHOUT_LOGIN_REDIRECT("reject", "off");

    private final String foreignBearer;
    private final String loginRedirect;

    FrontFilters(String foreignBearer, String loginRedirect) {
        this.foreignBearer = foreignBearer;
        this.loginRedirect = loginRedirect;
    }

    List<String> options() {
        return List.of("--foreign-bearer=" + foreignBearer, "--login-redirect=" + loginRedirect);
    }
}
