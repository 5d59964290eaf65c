package org.scimsuite.atlassian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.atlassian.wiring.PluginRuntime;

class AdminPageServletTest {

    private static final String ROOT = "/jira/plugins/servlet/scim-admin";
    private static final Optional<String> ADMIN = Optional.of("admin");
    private static final SelfCheckReport UNFIT =
            new SelfCheckReport(1, List.of("The product has no class com.atlassian.Gone<b>"), List.of(), Set.of());
    private static final int MOST_BYTES = 150_000;

    private FakeHttp http = new FakeHttp();

    @ParameterizedTest
    @ValueSource(strings = {"", "/plain", "/0123456789abcdef/app.js"})
    void getWhenNobodyIsLoggedInThenSentToTheLogin(String path) throws Exception {
        get(path, TestRuntime.PASSED, Optional.empty());

        assertThat(http.redirect).contains("https://acme.test/jira/login?to=/jira/plugins/servlet/scim-admin");
        assertThat(http.answerText()).isEmpty();
    }

    @Test
    void getWhenNotASystemAdminThenForbiddenAndNothingShown() throws Exception {
        String script = script();
        for (String path : List.of("", "/plain", script)) {
            get(path, TestRuntime.PASSED, Optional.of("ana"));

            assertThat(http.status).as(path).isEqualTo(403);
            assertThat(http.answerText())
                    .as(path)
                    .contains("Only system administrators")
                    .doesNotContain("Okta", "Version", "import");
        }
    }

    @Test
    void pageWhenASystemAdminThenStrictPolicyAndNothingInline() throws Exception {
        get("", TestRuntime.PASSED, ADMIN);

        assertThat(http.status).isEqualTo(200);
        assertThat(http.answerHeaders)
                .containsEntry("Content-Type", "text/html;charset=UTF-8")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(http.answerHeaders.get("Content-Security-Policy"))
                .startsWith(
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;")
                .contains("frame-ancestors 'self'", "base-uri 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(http.answerText())
                .contains("<noscript>", ROOT + "/plain")
                .doesNotContain("<style", " style=", "onclick", "does not fit", "Okta")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("(src|href)=\"(?!/jira/)");
    }

    @Test
    void pageWhenTheContainerAddsItsSessionIdThenShown() throws Exception {
        get(";jsessionid=1", TestRuntime.PASSED, ADMIN);

        assertThat(http.status).isEqualTo(200);
    }

    @Test
    void filesWhenThePageNamesThemThenServedToBeKeptAndAreSmall() throws Exception {
        get("", TestRuntime.PASSED, ADMIN);
        int page = http.answer.size();
        Matcher addresses = Pattern.compile("(?:href|src)=\"" + ROOT + "(/[0-9a-f]{16}/[a-z-]+\\.(js|css))\"")
                .matcher(http.answerText());
        Set<String> served = new TreeSet<>();
        while (addresses.find()) {
            if (served.add(addresses.group(1))) {
                get(addresses.group(1), TestRuntime.PASSED, ADMIN);

                assertThat(http.status).as(addresses.group(1)).isEqualTo(200);
                assertThat(http.answerHeaders)
                        .containsEntry(
                                "Content-Type",
                                (addresses.group(2).equals("js") ? "text/javascript" : "text/css") + ";charset=UTF-8")
                        .containsEntry("X-Content-Type-Options", "nosniff");
                assertThat(http.answerHeaders.get("Cache-Control")).contains("private", "immutable");
            }
        }

        assertThat(served).hasSize(ConsoleFiles.MODULES.size() + 1);
        assertThat(page + ConsoleFiles.load().weight()).isLessThan(MOST_BYTES);
    }

    @Test
    void modulesWhenTheyImportThenOnlyFilesThatAreServed() {
        ConsoleFiles files = ConsoleFiles.load();
        Pattern imported = Pattern.compile("(?:from|import) ?\\(?\"([^\"]+)\"");

        for (String name : ConsoleFiles.MODULES) {
            Matcher imports = imported.matcher(text(files, name));
            while (imports.find()) {
                assertThat(imports.group(1)).as(name).startsWith("./");
                assertThat(files.at(files.address(imports.group(1).substring(2))))
                        .as(imports.group(1))
                        .isPresent();
            }
        }
    }

    @Test
    void modulesWhenReadThenNoneMakesMarkupAndNoneCallsOutside() {
        ConsoleFiles files = ConsoleFiles.load();

        for (String name : ConsoleFiles.MODULES) {
            assertThat(text(files, name))
                    .as(name)
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")
                    .doesNotContainPattern("\"https?://");
        }
        assertThat(text(files, ConsoleFiles.STYLE)).doesNotContain("url(", "@import");
    }

    @Test
    void modulesWhenTheyNameATextThenThereIsOne() {
        ConsoleFiles files = ConsoleFiles.load();
        String texts = text(files, ConsoleFiles.TEXT_MODULE);
        Pattern named = Pattern.compile("\\bt\\(\"([^\"]+)\"[,)]");

        for (String name : ConsoleFiles.MODULES) {
            Matcher keys = named.matcher(text(files, name));
            while (keys.find()) {
                assertThat(texts).as(name).contains("\"" + keys.group(1) + "\":");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app.js",
                "/0123456789abcdef/app.js",
                "/%s/",
                "/%s/App.js",
                "/%s/app.js;x=y",
                "/%s/app.js/",
                "/%s/%%61pp.js",
                "/%s//app.js",
                "/%s/./app.js",
                "/%s/../%s/app.js",
                "/%s/texts.properties",
                "/%s/../AdminPageServlet.class",
                "/%s/..%%2f..%%2fAdminPageServlet.class",
                "/%s/\\..\\app.js",
                "/../scim-admin",
                "/plain/",
                "/plain;x=y",
                "x"
            })
    void getWhenThePathIsNotExactlyThatOfAFileThenNotFound(String path) throws Exception {
        get(path.replace("%s", version()).replace("%%", "%"), TestRuntime.PASSED, ADMIN);

        assertThat(http.status).isEqualTo(404);
        assertThat(http.answerHeaders)
                .containsEntry("Cache-Control", "no-store")
                .containsKey("Content-Security-Policy");
        assertThat(http.answerText()).doesNotContain("import", "Okta");
    }

    @Test
    void getWhenTheAddressDoesNotBeginAsItsServletThenNotFound() throws Exception {
        http.uri = "/jira/plugins/./servlet/scim-admin";

        new AdminPageServlet(TestRuntime.of(TestRuntime.PASSED, ADMIN)).doGet(http.request(), http.response());

        assertThat(http.status).isEqualTo(404);
    }

    @Test
    void plainPageWhenASystemAdminThenAddressAndConnectionsWithoutMarkupOfOthers() throws Exception {
        get("/plain", TestRuntime.PASSED, ADMIN);

        assertThat(http.status).isEqualTo(200);
        assertThat(http.answerHeaders.get("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(http.answerText())
                .contains("Version 1.2.3 (p8) for jira")
                .contains("https://acme.test/jira/plugins/servlet/scim/v2")
                .contains("Okta &lt;b&gt;")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/plain"})
    void pageWhenTheSelfCheckFailedThenTheProblemsAreNamedWithoutAScript(String path) throws Exception {
        get(path, UNFIT, ADMIN);

        assertThat(http.answerText()).contains("does not fit", "com.atlassian.Gone&lt;b&gt;");
    }

    private void get(String path, SelfCheckReport selfCheck, Optional<String> user) throws Exception {
        http = new FakeHttp();
        http.uri = ROOT + path;
        PluginRuntime runtime = TestRuntime.of(selfCheck, user);
        TestRuntime.token(runtime, "Okta <b>");
        new AdminPageServlet(runtime).doGet(http.request(), http.response());
    }

    private static String script() {
        return "/" + ConsoleFiles.load().address("app.js");
    }

    private static String version() {
        return script().split("/", 3)[1];
    }

    private static String text(ConsoleFiles files, String name) {
        return new String(files.at(files.address(name)).orElseThrow().content(), StandardCharsets.UTF_8);
    }
}
