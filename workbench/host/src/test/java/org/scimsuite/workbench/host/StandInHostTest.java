package org.scimsuite.workbench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimsuite.workbench.host.plugin.PluginFailedException;
import org.scimsuite.workbench.host.sample.SamplePlugin;

/** Runs a small plugin jar, made from the sample classes, and looks at it from outside. */
class StandInHostTest {

    private static final String ADMIN = basic("admin:admin");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void openServletSeesAnonymousVisitorsAndWhatTheFilterBeforeItSawOfThePath() throws Exception {
        try (StandInHost host = start()) {
            assertThat(get(host, "/plugins/servlet/open/deep/er").body())
                    .isEqualTo("/plugins/servlet|/open/deep/er /plugins/servlet/open|/deep/er notes=0"
                            + " closed-filter=null");
        }
    }

    @Test
    void filterWithoutAnnotationIsMetByLoggedInUsersOnly() throws Exception {
        try (StandInHost host = start()) {
            assertThat(get(host, "/plugins/servlet/open", "Authorization", ADMIN)
                            .body())
                    .endsWith("closed-filter=seen");
        }
    }

    @Test
    void closedServletSendsAnonymousVisitorsToTheLoginAndGreetsTheOthers() throws Exception {
        try (StandInHost host = start()) {
            HttpResponse<String> anonymous = get(host, "/plugins/servlet/closed");
            assertThat(anonymous.statusCode()).isEqualTo(302);
            assertThat(anonymous.headers().firstValue("Location").orElseThrow())
                    .endsWith("/jira/login?os_destination=%2Fplugins%2Fservlet%2Fclosed");
            assertThat(get(host, "/plugins/servlet/closed", "Authorization", ADMIN)
                            .body())
                    .isEqualTo("hello admin");
        }
    }

    @Test
    void loginFormBeginsASessionThatReachesClosedServlets() throws Exception {
        try (StandInHost host = start()) {
            HttpResponse<String> login = http.send(
                    HttpRequest.newBuilder(URI.create(host.base() + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "os_username=ana.existing&os_password=ana.existing&os_destination=%2F%2Fevil"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(login.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
            assertThat(get(host, "/plugins/servlet/closed", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .body())
                    .isEqualTo("hello ana.existing");
        }
    }

    @Test
    void restResourceIsForSystemAdminsAndMadeForEachRequest() throws Exception {
        try (StandInHost host = start()) {
            String path = "/rest/sample/1/notes";
            assertThat(get(host, path).statusCode()).isEqualTo(401);
            assertThat(get(host, path, "Authorization", basic("ana.existing:ana.existing"))
                            .statusCode())
                    .isEqualTo(403);
            get(host, path, "Authorization", ADMIN);
            assertThat(get(host, path, "Authorization", ADMIN).body()).isEqualTo("notes notes=0 calls=1");
        }
    }

    @Test
    void changeByRestFromAPlainFormIsRefusedUnlessItIsDeclared() throws Exception {
        try (StandInHost host = start()) {
            assertThat(post(host, "/rest/sample/1/notes", "text/plain").statusCode())
                    .isEqualTo(403);
            assertThat(post(host, "/rest/sample/1/notes", "text/plain", "X-Atlassian-Token", "no-check")
                            .body())
                    .isEqualTo("notes=1");
        }
    }

    @Test
    void failedTransactionLeavesNothingBehindAndDataOutlivesTheHost() throws Exception {
        try (StandInHost host = start()) {
            get(host, "/plugins/servlet/open?note=one");
            assertThat(get(host, "/plugins/servlet/open?note=fail").statusCode())
                    .isEqualTo(500);
        }
        try (StandInHost host = start()) {
            assertThat(get(host, "/plugins/servlet/open").body()).contains("notes=1");
        }
    }

    @Test
    void foreignBearerTokenPassesOrDiesAsTheHostWasAsked() throws Exception {
        try (StandInHost host = start("--foreign-bearer=reject")) {
            assertThat(get(host, "/plugins/servlet/open", "Authorization", "Bearer x")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(host, "/plugins/servlet/open", "Authorization", "Bearer guarded")
                            .statusCode())
                    .isEqualTo(200);
        }
        try (StandInHost host = start("--foreign-bearer=reject-rest")) {
            assertThat(get(host, "/plugins/servlet/open", "Authorization", "Bearer x")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(host, "/rest/sample/1/notes", "Authorization", "Bearer x")
                            .body())
                    .contains("token filter");
        }
    }

    @Test
    void startPageSaysWhatItIsAndDrawsThePluginsLinkInWords() throws Exception {
        try (StandInHost host = start()) {
            assertThat(get(host, "/").body())
                    .contains("It is not an Atlassian product", "A sample page", "/jira/plugins/servlet/closed");
        }
    }

    @Test
    void peopleAreShownToAdminsAsStored() throws Exception {
        try (StandInHost host = start()) {
            assertThat(get(host, "/stand-in/people?directory=2").statusCode()).isEqualTo(401);
            assertThat(get(host, "/stand-in/people?directory=2", "Authorization", ADMIN)
                            .body())
                    .contains("\"name\":\"shadow.person\",\"displayName\":\"Shadow Corporate\"");
        }
    }

    @Test
    void groupsAreShownToAdminsAndChangedByHandOnlyWhenDeclared() throws Exception {
        try (StandInHost host = start()) {
            assertThat(get(host, "/stand-in/groups?directory=1").statusCode()).isEqualTo(401);
            assertThat(post(host, "/stand-in/groups?directory=1&group=Team", "text/plain")
                            .body())
                    .contains("XSRF");
            post(host, "/stand-in/groups?directory=1&group=Team", "text/plain", "X-Atlassian-Token", "no-check");
            post(
                    host,
                    "/stand-in/members?directory=1&group=team&user=ana.existing",
                    "text/plain",
                    "X-Atlassian-Token",
                    "no-check");
            assertThat(get(host, "/stand-in/groups?directory=1", "Authorization", ADMIN)
                            .body())
                    .contains("{\"name\":\"Team\",\"users\":[\"ana.existing\"],\"groups\":[]}");
            assertThat(post(
                                    host,
                                    "/stand-in/members?directory=1&group=Team&user=nobody",
                                    "text/plain",
                                    "X-Atlassian-Token",
                                    "no-check")
                            .body())
                    .contains("UserNotFoundException");
        }
    }

    @Test
    void connectionWhenNobodyReadsTheBodiesThenStaysOpen() throws Exception {
        try (StandInHost host = start()) {
            for (int i = 0; i < 500; i++) {
                assertThat(post(host, "/stand-in/groups?directory=1&group=Team", "text/plain")
                                .body())
                        .contains("XSRF");
            }
        }
    }

    @Test
    void pluginWithForbiddenModuleIsRefusedWithTheReason() {
        assertThatThrownBy(() -> start(
                        SamplePlugin.pack(
                                folder,
                                "<atlassian-plugin key='org.scimsuite.sample'><component-import/></atlassian-plugin>"),
                        List.of()))
                .isInstanceOf(PluginFailedException.class)
                .hasMessageContaining("component-import");
    }

    private StandInHost start(String... more) throws IOException {
        return start(SamplePlugin.pack(folder), List.of(more));
    }

    private StandInHost start(Path jar, List<String> more) {
        List<String> arguments =
                new ArrayList<>(List.of("--port=0", "--plugin=" + jar, "--data=" + folder.resolve("data")));
        arguments.addAll(more);
        return StandInHost.start(HostOptions.parse(arguments));
    }

    private HttpResponse<String> get(StandInHost host, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host.base() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(StandInHost host, String path, String type, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host.base() + path))
                .header("Authorization", ADMIN)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("a note"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
