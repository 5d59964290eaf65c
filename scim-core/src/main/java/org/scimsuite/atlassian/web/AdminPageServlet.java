package org.scimsuite.atlassian.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The console: a page that loads the console's files, these files, and a plain status page. Everything else that the console shows comes
 * from the admin API.
 *
 * <p>The files are served from here and not as the products' web resources, because this needs nothing of a product but a
 * servlet.
 */
public final class AdminPageServlet extends HttpServlet {

    /** Below the base URL. */
    static final String PATH = "/plugins/servlet/scim-admin";

    /** Below {@link #PATH}. */
    static final String PLAIN = "plain";

    private static final long serialVersionUID = 1L;
    private static final String TITLE = "SCIM provisioning";

    private final transient PluginRuntime runtime;
    private final transient ConsoleFiles files;

    @Autowired
    public AdminPageServlet(PluginRuntime runtime) {
        this.runtime = runtime;
        this.files = ConsoleFiles.load();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String root = request.getContextPath() + PATH;
        switch (runtime.caller()) {
            case NOBODY -> {
                URI here = URI.create(runtime.address().baseUrl() + PATH);
                response.sendRedirect(
                        runtime.loginUriProvider().getLoginUri(here).toString());
            }
            case SOMEBODY ->
                send(
                        response,
                        403,
                        Html.page(TITLE, Html.body().paragraph("Only system administrators may see this.")));
            case SYSTEM_ADMIN -> answer(request.getRequestURI(), root, response);
        }
    }

    /** By the path as it was sent: one that is written in another way is not there. */
    private void answer(String uri, String root, HttpServletResponse response) throws IOException {
        String path = uri.startsWith(root) ? uri.substring(root.length()) : "?";
        // a container may add its session id to the page's address when it sends somebody back from the login
        if (path.isEmpty() || path.startsWith(";")) {
            send(response, 200, console(root));
        } else if (path.equals("/" + PLAIN)) {
            send(response, 200, page(root, new StatusPage(runtime).body()));
        } else {
            Optional<ConsoleFiles.File> file = files.at(path.substring(1));
            if (file.isPresent()) {
                send(response, file.get());
            } else {
                send(response, 404, page(root, Html.body().paragraph("There is nothing at this address.")));
            }
        }
    }

    private String console(String root) {
        Html body = Html.body();
        if (!runtime.selfCheck().isPassed()) {
            StatusPage.problems(body, runtime.selfCheck());
        }
        return Html.console(
                TITLE,
                body,
                new Html.Console(
                        root + "/" + files.address(ConsoleFiles.STYLE),
                        ConsoleFiles.MODULES.stream()
                                .map(name -> root + "/" + files.address(name))
                                .toList(),
                        root + "/" + PLAIN,
                        root.substring(0, root.length() - PATH.length()) + "/"));
    }

    private String page(String root, Html body) {
        return Html.page(TITLE, Optional.of(root + "/" + files.address(ConsoleFiles.STYLE)), body);
    }

    private static void send(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, ConsoleFiles.File file) throws IOException {
        response.setStatus(200);
        response.setContentType(file.type());
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(file.content());
    }
}
