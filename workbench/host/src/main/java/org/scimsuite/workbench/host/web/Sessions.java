package org.scimsuite.workbench.host.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who logged in through the form. Sessions live as long as the host. */
final class Sessions {

    private static final String COOKIE = "STANDIN_SESSION";
    private static final int BYTES = 16;

    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    void begin(HttpServletRequest request, HttpServletResponse response, String user) {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        String value = HexFormat.of().formatHex(id);
        users.put(value, user);
        response.addHeader(
                "Set-Cookie",
                COOKIE + '=' + value + "; Path=" + (request.getContextPath().isEmpty() ? "/" : request.getContextPath())
                        + "; HttpOnly; SameSite=Lax");
    }

    Optional<String> user(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> users.get(cookie.getValue()))
                        .filter(user -> user != null)
                        .findFirst();
    }
}
