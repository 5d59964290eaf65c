package org.scimsuite.atlassian.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.workbench.conformance.Requirement;

class ScimGuardFilterTest {

    private final FakeHttp http = new FakeHttp();
    private final List<HttpServletRequest> passedOn = new ArrayList<>();
    private final List<Object> admissions = new ArrayList<>();
    private PluginRuntime runtime;

    @BeforeEach
    void start() {
        runtime = TestRuntime.of(TestRuntime.PASSED, Optional.empty());
    }

    @Test
    @Requirement("C034")
    void doFilterWhenTokenIsGoodThenPassedOnWithTheAdmission() throws Exception {
        http.headers.put("Authorization", "Bearer " + TestRuntime.token(runtime, "Okta"));

        filter();

        assertThat(passedOn).hasSize(1);
        assertThat(admissions).singleElement().isInstanceOfSatisfying(Admitted.class, admitted -> assertThat(
                        admitted.connection().name())
                .isEqualTo("Okta"));
        assertThat(http.attributes).as("taken back afterwards").isEmpty();
    }

    @Test
    @Requirement("C041")
    void doFilterWhenPassedOnThenNobodyBehindSeesWhoSentIt() throws Exception {
        http.headers.put("Authorization", "Bearer " + TestRuntime.token(runtime, "Okta"));
        http.headers.put("Cookie", "JSESSIONID=x");
        http.headers.put("Accept", "application/scim+json");

        filter();

        HttpServletRequest request = passedOn.get(0);
        assertThat(request.getHeader("authorization")).isNull();
        assertThat(request.getHeaders("AUTHORIZATION").hasMoreElements()).isFalse();
        assertThat(request.getHeader("cookie")).isNull();
        assertThat(Collections.list(request.getHeaderNames())).containsExactly("Accept");
        assertThat(request.getHeader("Accept")).isEqualTo("application/scim+json");
        assertThat(request.getCookies()).isNull();
        assertThat(request.getRemoteUser()).isNull();
        assertThat(request.getUserPrincipal()).isNull();
        assertThat(request.getAuthType()).isNull();
        assertThat(request.isUserInRole("admin")).isFalse();
        assertThat(request.getRequestedSessionId()).isNull();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    @Requirement({"C030", "C031"})
    void doFilterWhenTokenIsUnknownThenRefusedAndNotPassedOn() throws Exception {
        http.headers.put("Authorization", "Bearer scim_unknown");

        filter();

        assertRefused();
        assertThat(http.status).isEqualTo(401);
        assertThat(http.answerHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"SCIM\"");
    }

    @Test
    @Requirement({"C029", "C031", "C035"})
    void doFilterWhenNoTokenThenRefusedAndNotPassedOn() throws Exception {
        filter();

        assertRefused();
        assertThat(http.status).isEqualTo(401);
        assertThat(http.answerHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"SCIM\"");
    }

    @Test
    @Requirement("C481")
    void doFilterWhenThePathIsAmbiguousThenBadRequestEvenWithAGoodToken() throws Exception {
        http.headers.put("Authorization", "Bearer " + TestRuntime.token(runtime, "Okta"));
        http.uri = "/jira/plugins/servlet/scim/v2/Users;x";

        filter();

        assertRefused();
        assertThat(http.status).isEqualTo(400);
    }

    @Test
    @Requirement("C469")
    void doFilterWhenTheSelfCheckFailedThenUnavailableWithoutNames() throws Exception {
        runtime = TestRuntime.of(
                new SelfCheckReport(1, List.of("The product has no class com.atlassian.Gone"), List.of(), Set.of()),
                Optional.empty());
        http.headers.put("Authorization", "Bearer " + TestRuntime.token(runtime, "Okta"));

        filter();

        assertRefused();
        assertThat(http.status).isEqualTo(503);
        assertThat(http.answerHeaders).containsKey("Retry-After");
        assertThat(http.answerText()).doesNotContain("com.atlassian");
    }

    @Test
    void classesWhenReadByTheProductThenReachableWithoutLogin() {
        assertThat(ScimGuardFilter.class).hasAnnotation(UnrestrictedAccess.class);
        assertThat(ScimServlet.class).hasAnnotation(UnrestrictedAccess.class);
        assertThat(AdminPageServlet.class.isAnnotationPresent(UnrestrictedAccess.class))
                .isFalse();
    }

    private void assertRefused() {
        assertThat(passedOn).isEmpty();
        assertThat(http.status).isGreaterThanOrEqualTo(400);
        assertThat(http.answerHeaders)
                .containsEntry("Content-Type", "application/scim+json")
                .containsEntry("Cache-Control", "no-store");
        assertThat(http.answerText()).contains("urn:ietf:params:scim:api:messages:2.0:Error");
    }

    private void filter() throws Exception {
        new ScimGuardFilter(runtime).doFilter(http.request(), http.response(), (request, response) -> {
            passedOn.add((HttpServletRequest) request);
            admissions.add(request.getAttribute(ScimGuardFilter.ADMITTED));
        });
    }
}
