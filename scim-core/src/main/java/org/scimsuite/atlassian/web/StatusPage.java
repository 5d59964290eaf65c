package org.scimsuite.atlassian.web;

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

/** What this installation is and how it is doing, in plain HTML: for browsers without JavaScript, and when all else fails. */
final class StatusPage {

    private static final Logger LOG = LoggerFactory.getLogger(StatusPage.class);
    private static final int LATEST = 20;

    private final PluginRuntime runtime;

    StatusPage(PluginRuntime runtime) {
        this.runtime = runtime;
    }

    Html body() {
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
            problems(page, report);
        }
        if (!report.remarks().isEmpty()) {
            page.paragraph("Missing, and done without:").list(report.remarks());
        }
    }

    /** Why SCIM is not served. */
    static void problems(Html page, SelfCheckReport report) {
        page.warning("This plugin does not fit this product. SCIM is not served.")
                .list(report.problems());
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
                .map(StatusPage::row)
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
