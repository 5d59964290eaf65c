package org.scimsuite.workbench.host.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.generation.Generation;
import org.scimsuite.workbench.host.plugin.PluginDescriptor;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.WebItem;

/** The host's pages for people: a start page with the plugin's links, and the login form. */
final class HostPages {

    private final StandInCrowd crowd;
    private final Sessions sessions;
    private final PluginDescriptor plugin;
    private final Map<String, String> texts;

    /** @param texts the plugin's i18n texts by key */
    HostPages(StandInCrowd crowd, Sessions sessions, PluginDescriptor plugin, Map<String, String> texts) {
        this.crowd = crowd;
        this.sessions = sessions;
        this.plugin = plugin;
        this.texts = texts;
    }

    void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String context = request.getContextPath();
        StringBuilder body = new StringBuilder();
        body.append("<p>Plugin: ")
                .append(Answers.escape(plugin.name() + ' ' + plugin.version() + " on " + Generation.NAME))
                .append("</p><p>")
                .append(CurrentUser.name()
                        .map(name -> "Logged in as " + Answers.escape(name))
                        .orElse("<a href=\"" + Answers.escape(context) + "/login\">Log in</a>"))
                .append("</p>");
        Map<String, List<WebItem>> sections = plugin.webItems().stream()
                .sorted(Comparator.comparingInt(WebItem::weight))
                .collect(Collectors.groupingBy(WebItem::section, TreeMap::new, Collectors.toList()));
        sections.forEach((section, items) -> {
            body.append("<h2>").append(Answers.escape(section)).append("</h2><ul>");
            items.forEach(
                    item -> link(body, context + item.link(), texts.getOrDefault(item.labelKey(), item.labelKey())));
            body.append("</ul>");
        });
        Optional.ofNullable(plugin.parameters().get("configure.url")).ifPresent(url -> {
            body.append("<h2>Manage apps</h2><ul>");
            link(body, context + url, "Configure " + plugin.name());
            body.append("</ul>");
        });
        Answers.html(response, 200, "Stand-in host", body.toString());
    }

    private static void link(StringBuilder body, String target, String text) {
        body.append("<li><a href=\"")
                .append(Answers.escape(target))
                .append("\">")
                .append(Answers.escape(text))
                .append("</a></li>");
    }

    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String destination = destination(request);
        if (!request.getMethod().equals("POST")) {
            form(response, 200, destination, "");
            return;
        }
        Optional<String> user = crowd.authenticate(
                parameter(request, "os_username").orElse(""),
                parameter(request, "os_password").orElse(""));
        if (user.isEmpty()) {
            form(response, 401, destination, "<p>Wrong name or password.</p>");
            return;
        }
        sessions.begin(request, response, user.get());
        response.sendRedirect(request.getContextPath() + destination);
    }

    /** Only a path on this host: a login page must not send people elsewhere. */
    private static String destination(HttpServletRequest request) {
        return parameter(request, "os_destination")
                .filter(path -> path.startsWith("/") && !path.startsWith("//") && !path.contains("\\"))
                .orElse("/");
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static void form(HttpServletResponse response, int status, String destination, String message)
            throws IOException {
        String form = """
                %s<form method="post">
                <p><label>Name <input name="os_username" autocomplete="username"></label></p>
                <p><label>Password <input name="os_password" type="password" autocomplete="current-password"></label></p>
                <input type="hidden" name="os_destination" value="%s">
                <p><button>Log in</button></p></form>
                """.formatted(message, Answers.escape(destination));
        Answers.html(response, status, "Log in to the stand-in", form);
    }
}
