package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the live check says when a product is not as it should be; here something that only speaks HTTP stands for it. */
class LiveCheckFindingsTest {

    private static final Map<String, String> NOBODY = Map.of();

    @TempDir
    Path folder;

    private HttpServer product;

    @AfterEach
    void stop() {
        if (product != null) {
            product.stop(0);
        }
    }

    @Test
    void liveCheckWhenTheProductSendsStrangersToItsLoginPageThenSaysSo() throws Exception {
        String base = answering(302, "Location", "/login.jsp?os_destination=secret-place", "");

        LiveCheckProcess check = LiveCheckProcess.run(folder, NOBODY, base);

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertThat(check.report())
                .contains(
                        "| DIFFERENT | no token: refused by the plugin, not by the product | 302 without content, to /login.jsp |")
                .doesNotContain("secret-place");
    }

    @Test
    void reportWhenAnswersNameOtherHostsThenDoesNotSayWhich() throws Exception {
        String base = answering(302, "Location", "https://sso.acme.example/login", "");

        LiveCheckProcess check = LiveCheckProcess.run(folder, NOBODY, base);

        assertThat(check.report()).contains("to https://<other host>/login").doesNotContain("acme");
        assertThat(check.output()).doesNotContain("acme");
    }

    @Test
    void liveCheckWhenTheProductsTokenFilterAnswersThenSaysSo() throws Exception {
        String base = answering(401, "WWW-Authenticate", "OAuth realm=\"here\"", "{\"message\":\"not one of ours\"}");

        LiveCheckProcess check = LiveCheckProcess.run(folder, NOBODY, base);

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertThat(check.report())
                .contains(
                        "| DIFFERENT | a bearer token that is nobody's: refused by the plugin, not by the product | 401 ");
    }

    @Test
    void liveCheckWhenADisguisedPathShowsPeopleThenSaysSo() throws Exception {
        String base = answering(200, "Content-Type", "application/scim+json", "{\"Resources\":[]}");

        LiveCheckProcess check = LiveCheckProcess.run(folder, NOBODY, base);

        assertThat(check.report()).contains("| DIFFERENT | a disguised path leads nowhere |");
    }

    @Test
    void liveCheckWhenTheInstanceDoesNotLookLikeATestThenDoesNothing() throws Exception {
        LiveCheckProcess check = LiveCheckProcess.run(folder, NOBODY, "https://jira.acme.example");

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.output()).contains("jira.acme.example does not look like a test instance", "--yes");
        assertThat(check.report()).isEmpty();
    }

    private String answering(int status, String header, String value, String body) throws IOException {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        product.start();
        return "http://localhost:" + product.getAddress().getPort();
    }
}
