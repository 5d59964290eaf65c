package org.scimsuite.workbench.host.sample;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** Hides foreign credentials from everything behind it, as a guard does. */
@UnrestrictedAccess
public class MarkingFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        request.setAttribute("mark", http.getServletPath() + '|' + http.getPathInfo());
        boolean guarded = "Bearer guarded".equals(http.getHeader("Authorization"));
        chain.doFilter(guarded ? new Hidden(http) : request, response);
    }

    private static final class Hidden extends HttpServletRequestWrapper {
        Hidden(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return "Authorization".equalsIgnoreCase(name) ? null : super.getHeader(name);
        }
    }
}
