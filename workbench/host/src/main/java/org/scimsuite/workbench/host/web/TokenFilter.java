package org.scimsuite.workbench.host.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.scimsuite.workbench.host.HostOptions.ForeignBearer;

/**
 * Behaves like a product's filter for personal access tokens. The stand-in has issued none, so every bearer token that
 * reaches it is foreign.
 */
final class TokenFilter implements Filter {

    private final ForeignBearer behaviour;

    TokenFilter(ForeignBearer behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!carriesBearer(http) || passes(ModuleRequest.path(http))) {
            chain.doFilter(request, response);
            return;
        }
        Answers.json(
                (HttpServletResponse) response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "{\"message\":\"Stand-in token filter: this bearer token is not one of ours\",\"status-code\":401}");
    }

    private static boolean carriesBearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }

    private boolean passes(String path) {
        return switch (behaviour) {
            case IGNORE -> true;
            case REJECT -> false;
            case REJECT_REST -> !path.startsWith("/rest/");
        };
    }
}
