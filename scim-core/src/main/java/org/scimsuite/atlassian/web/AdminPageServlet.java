package org.scimsuite.atlassian.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The status page: what this installation is, whether it fits the product, its connections, the latest requests. */
public final class AdminPageServlet extends HttpServlet {

    /** Below the base URL. */
    static final String PATH = "/plugins/servlet/scim-admin";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AdminPageServlet.class);
    private static final String TITLE = "SCIM provisioning";
    private static final int LATEST = 20;

    private final transient PluginRuntime runtime;

    @Autowired
    public AdminPageServlet(PluginRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (runtime.caller()) {
            case NOBODY -> {
                URI here = URI.create(runtime.address().baseUrl() + PATH);
                response.sendRedirect(
                        runtime.loginUriProvider().getLoginUri(here).toString());
            }
            case SOMEBODY ->
                send(response, 403, Html.body().paragraph("Only system administrators may see this page."));
            case SYSTEM_ADMIN -> send(response, 200, status());
        }
    }

    private static void send(HttpServletResponse response, int status, Html body) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        response.getOutputStream().write(Html.page(TITLE, body).getBytes(StandardCharsets.UTF_8));
    }

    private Html status() {
        Html page = Html.body()
                .paragraph("Version " + runtime.build().version() + " ("
                        + runtime.build().generation() + ") for "
                        + runtime.build().product() + ".")
                .paragraph("SCIM base URL for identity providers: "
                        + runtime.address().scimBaseUri())
                .heading("Self-check");
        selfCheck(page);
        List<String> access = runtime.directoryAccess().get();
        if (!access.isEmpty()) {
            page.heading("User directories")
                    .warning("The way to the user directories is not the usual one.")
                    .list(access);
        }
        try {
            page.heading("Connections").table(List.of("Name", "Directory", "Mode", "On DELETE", "Id"), connections());
            page.heading("Latest requests")
                    .table(
                            List.of("Received (UTC)", "Request", "Status", "Outcome", "Person", "What happened", "Id"),
                            requests());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The status page could not be completed", e);
            page.warning("The rest cannot be shown; the product's log has the cause.");
        }
        return page;
    }

    private void selfCheck(Html page) {
        SelfCheckReport report = runtime.selfCheck();
        if (report.isPassed()) {
            page.paragraph("All " + report.checked() + " signatures that the plugin links to are as expected.");
        } else {
            page.warning("This plugin does not fit this product. SCIM is not served.")
                    .list(report.problems());
        }
        if (!report.remarks().isEmpty()) {
            page.paragraph("Missing, and done without:").list(report.remarks());
        }
    }

    private List<List<String>> connections() {
        Map<Long, String> directories = runtime.server().directories().directories().stream()
                .collect(Collectors.toMap(summary -> summary.directory().id(), summary -> summary.directory()
                        .name()));
        return runtime.server().connections().list().stream()
                .map(connection -> row(connection, directories))
                .toList();
    }

    private static List<String> row(Connection connection, Map<Long, String> directories) {
        return List.of(
                connection.name(),
                directories.getOrDefault(connection.directoryId(), "missing, or switched off") + " ("
                        + connection.directoryId() + ")",
                connection.mode().name(),
                connection.deletePolicy().name(),
                connection.id());
    }

    private List<List<String>> requests() {
        return runtime.server().journal().latest(Optional.empty(), Optional.empty(), Optional.of(LATEST)).stream()
                .map(AdminPageServlet::row)
                .toList();
    }

    private static List<String> row(JournalEntry entry) {
        return List.of(
                entry.receivedAt().toString(),
                entry.method() + " " + entry.path(),
                Integer.toString(entry.status()),
                entry.outcome().name(),
                entry.subjectName().or(entry::subjectId).orElse(""),
                entry.detail().orElseGet(() -> String.join("; ", entry.plan())),
                entry.id());
    }
}
