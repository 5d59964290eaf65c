package org.scimsuite.atlassian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.endpoint.ErrorResponses;
import org.scimsuite.core.endpoint.ScimServer;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.workbench.conformance.Requirement;

class ServletsTest {

    private final FakeHttp http = new FakeHttp();

    @Test
    void endpointWhenTheGuardDidNotRunThenUnauthorizedAndNothingServed() throws Exception {
        new ScimServlet(TestRuntime.of(TestRuntime.PASSED, Optional.of("admin")))
                .service(http.request(), http.response());

        assertThat(http.status).isEqualTo(401);
        assertThat(http.answerHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"SCIM\"");
        assertThat(http.answerText()).contains("guard");
    }

    @Test
    void endpointWhenTheAttributeIsNotTheGuardsThenUnauthorized() throws Exception {
        http.attributes.put(ScimGuardFilter.ADMITTED, "me");

        new ScimServlet(TestRuntime.of(TestRuntime.PASSED, Optional.empty())).service(http.request(), http.response());

        assertThat(http.status).isEqualTo(401);
    }

    @Test
    void requestWhenReadThenPathQueryBodyAndHarmlessHeaders() throws Exception {
        http.method = "patch";
        http.uri = "/jira/plugins/servlet/scim/v2/Users/17";
        http.query = Optional.of("attributes=userName");
        http.headers.put("If-Match", "W/\"1\"");
        http.headers.put("Authorization", "Bearer secret");
        http.headers.put("Cookie", "secret");
        http.body = new java.io.ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));

        ScimRequest request = ScimRequests.complete(http.request(), "https://acme.test/scim/v2");

        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path()).containsExactly("Users", "17");
        assertThat(request.queryParameter("attributes")).contains("userName");
        assertThat(request.headers()).isEqualTo(Map.of("if-match", "W/\"1\""));
        assertThat(request.body()).isEqualTo(new byte[] {'{', '}'});
        assertThat(request.baseUri()).isEqualTo("https://acme.test/scim/v2");
    }

    @Test
    @Requirement("C024")
    void requestWhenTheBodyIsEndlessThenOneByteMoreThanTheLimitIsRead() throws Exception {
        AtomicLong read = new AtomicLong();
        http.body = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };

        ScimRequest request = ScimRequests.complete(http.request(), "https://acme.test/scim/v2");

        assertThat(request.body()).hasSize(ScimServer.MAX_BODY_BYTES + 1);
        assertThat(read.get()).isLessThan(ScimServer.MAX_BODY_BYTES + 100_000L);
    }

    @Test
    @Requirement({"C002", "C073"})
    void locationWhenShownThenBelowThePublicBaseUrlWithoutQuery() throws Exception {
        var runtime = TestRuntime.of(TestRuntime.PASSED, Optional.empty());
        http.headers.put("Authorization", TestRuntime.token(runtime, "Okta"));
        http.headers.put("Host", "node1.internal:8080");
        http.uri = "/jira/plugins/servlet/scim/v2/Schemas";
        http.query = Optional.of("x=y");

        new ScimGuardFilter(runtime)
                .doFilter(http.request(), http.response(), (request, response) -> new ScimServlet(runtime)
                        .service(request, response));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.answerText())
                .contains("\"location\":\"https://acme.test/jira/plugins/servlet/scim/v2/Schemas/urn:")
                .doesNotContain("internal")
                .doesNotContain("x=y");
    }

    @Test
    void endpointWhenTheBodyEndsTooEarlyThenBadRequest() throws Exception {
        var runtime = TestRuntime.of(TestRuntime.PASSED, Optional.empty());
        http.headers.put("Authorization", TestRuntime.token(runtime, "Okta"));
        http.method = "POST";
        http.uri = "/jira/plugins/servlet/scim/v2/Users";
        http.body = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("secret internals");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        new ScimGuardFilter(runtime)
                .doFilter(http.request(), http.response(), (request, response) -> new ScimServlet(runtime)
                        .service(request, response));

        assertThat(http.status).isEqualTo(400);
        assertThat(http.answerText()).contains("did not arrive completely").doesNotContain("internals");
    }

    @Test
    @Requirement("C028")
    void answerWhenTheMethodIsHeadThenHeadersWithTheLengthAndNoBody() throws Exception {
        ScimResponse answer = ErrorResponses.of(ScimError.of(404, "There is nothing here."));

        ScimAnswers.send(answer, "HEAD", http.response());

        assertThat(http.status).isEqualTo(404);
        assertThat(http.answerHeaders)
                .containsEntry("Content-Length", Integer.toString(answer.body().bytes().length));
        assertThat(http.answerText()).isEmpty();
    }
}
