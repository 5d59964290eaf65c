package org.scimsuite.atlassian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The request without its credentials. The product's own filters come after the guard, and would take the SCIM token for one of
 * their own tokens, answer it 401, or log somebody in.
 */
final class AnonymousRequest extends HttpServletRequestWrapper {

    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");

    AnonymousRequest(HttpServletRequest request) {
        super(request);
    }

    /** Whether a header says who somebody is; such headers go no further than the guard. */
    static boolean isSecret(String header) {
        return SECRET_HEADERS.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public String getHeader(String name) {
        return isSecret(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isSecret(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(AnonymousRequest::isSecret);
        return Collections.enumeration(names);
    }

    @Override
    @SuppressWarnings("ReturnsNullCollection") // null is the servlet specification's "no cookies"
    public Cookie[] getCookies() {
        return null;
    }

    @Override
    public String getAuthType() {
        return null;
    }

    @Override
    public String getRemoteUser() {
        return null;
    }

    @Override
    public Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public String getRequestedSessionId() {
        return null;
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return false;
    }

    @Override
    public HttpSession getSession(boolean create) {
        // a session that a cookie refers to is not this caller's; one that the product insists on is its own affair
        return create ? super.getSession(true) : null;
    }
}
