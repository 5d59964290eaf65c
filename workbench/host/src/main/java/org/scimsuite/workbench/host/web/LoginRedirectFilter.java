package org.scimsuite.workbench.host.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends anonymous visitors of a plugin's servlets to the login page, unless the servlet's class is open to everyone. */
final class LoginRedirectFilter implements Filter {

    private final PluginModules modules;

    LoginRedirectFilter(PluginModules modules) {
        this.modules = modules;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = ModuleRequest.path(http);
        boolean open = CurrentUser.name().isPresent()
                || !path.startsWith("/plugins/servlet/")
                || modules.servlet(path)
                        .filter(found ->
                                AccessRules.isUnrestricted(found.servlet().getClass()))
                        .isPresent();
        if (open) {
            chain.doFilter(request, response);
            return;
        }
        ((HttpServletResponse) response)
                .sendRedirect(http.getContextPath() + "/login?os_destination="
                        + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
}
