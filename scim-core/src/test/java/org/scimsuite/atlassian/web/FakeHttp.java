package org.scimsuite.atlassian.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request of a container that has logged somebody in, and the response to it. */
final class FakeHttp {

    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String method = "GET";
    String uri = "/jira/plugins/servlet/scim/v2/Users";
    Optional<String> query = Optional.empty();
    InputStream body = new ByteArrayInputStream(new byte[0]);
    int status = 200;
    Optional<String> redirect = Optional.empty();

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> uri;
                    case "getContextPath" -> "/jira";
                    case "getQueryString" -> query.orElse(null);
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(Optional.ofNullable(headers.get((String) arguments[0]))
                                .map(List::of)
                                .orElse(List.of()));
                    case "getHeaderNames" -> Collections.enumeration(List.copyOf(headers.keySet()));
                    case "getInputStream" -> input(body);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> attributes.remove((String) arguments[0]);
                    case "getCookies" -> new Cookie[] {new Cookie("JSESSIONID", "x")};
                    case "getRemoteUser", "getAuthType", "getRequestedSessionId" -> "admin";
                    case "getUserPrincipal" -> (Principal) () -> "admin";
                    case "isUserInRole", "isRequestedSessionIdValid" -> true;
                    case "getSession" ->
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {HttpSession.class},
                                (session, ignored, none) -> null);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "setStatus" -> {
                        status = (int) arguments[0];
                        yield null;
                    }
                    case "setHeader" -> answerHeaders.put((String) arguments[0], (String) arguments[1]);
                    case "setContentType" -> answerHeaders.put("Content-Type", (String) arguments[0]);
                    case "setContentLength" -> answerHeaders.put("Content-Length", arguments[0].toString());
                    case "sendRedirect" -> {
                        redirect = Optional.of((String) arguments[0]);
                        yield null;
                    }
                    case "getOutputStream" -> output(answer);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    String answerText() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static ServletInputStream input(InputStream from) {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return from.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return from.read(bytes, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static ServletOutputStream output(ByteArrayOutputStream to) {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                to.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
