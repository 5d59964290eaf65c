package org.scimsuite.workbench.host.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.scimsuite.workbench.host.directory.StandInCrowd;

/** Logs a visitor in by session cookie or Basic authentication; wrong Basic credentials are answered with 401. */
final class LoginFilter implements Filter {

    private static final String BASIC = "Basic ";

    private final StandInCrowd crowd;
    private final Sessions sessions;

    LoginFilter(StandInCrowd crowd, Sessions sessions) {
        this.crowd = crowd;
        this.sessions = sessions;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String header = http.getHeader("Authorization");
        Optional<String> user;
        if (header != null && header.startsWith(BASIC)) {
            user = basic(header.substring(BASIC.length()).strip());
            if (user.isEmpty()) {
                ((HttpServletResponse) response).setHeader("WWW-Authenticate", "Basic realm=\"stand-in\"");
                Answers.json(
                        (HttpServletResponse) response,
                        401,
                        "{\"message\":\"Stand-in login: wrong name or password\"}");
                return;
            }
        } else {
            user = sessions.user(http);
        }
        if (user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        CurrentUser.logIn(user.get());
        chain.doFilter(new LoggedIn(http, user.get()), response);
    }

    private Optional<String> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : crowd.authenticate(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class LoggedIn extends HttpServletRequestWrapper {
        private final String user;

        LoggedIn(HttpServletRequest request, String user) {
            super(request);
            this.user = user;
        }

        @Override
        public String getRemoteUser() {
            return user;
        }
    }
}
