package org.scimsuite.workbench.host.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as the module at the end of a part of its path sees it. */
final class ModuleRequest extends HttpServletRequestWrapper {

    private final String servletPath;
    private final String pathInfo;

    /** @param servletPath the part of {@link #path} that leads to the module; the rest is its path info */
    ModuleRequest(HttpServletRequest request, String servletPath) {
        super(request);
        String rest = path(request).substring(servletPath.length());
        this.servletPath = servletPath;
        this.pathInfo = rest.isEmpty() ? null : rest;
    }

    /** The decoded path below the context root; it begins with a slash. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    @Override
    public String getServletPath() {
        return servletPath;
    }

    @Override
    public String getPathInfo() {
        return pathInfo;
    }
}
